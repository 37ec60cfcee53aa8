import { StudioError } from '#core/errors.ts';
import type { RenderSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { frameToSeconds } from '#core/units.ts';
import { frameTimeError } from '#core/verify/frame-times.ts';
import { checkAtMost, checkIs, type OutputCheck, type OutputReport, reportOf } from '#core/verify/output-report.ts';
import type { SoundFile } from '../audio/sound-files.ts';
import type { Compositor, FrameSource } from '../compositor/compositor.ts';
import { checkPictures } from './check-pictures.ts';
import { checkSound } from './check-sound.ts';
import { DrawnFrames } from './drawn-frames.ts';
import { type OutputFile, openOutput } from './output-file.ts';

/** Times in the file are whole ticks of 1/57600 s and the like; a frame is 33 ms. */
const LARGEST_TIME_ERROR_MS = 1;

export interface VerifyRequest {
  /** The finished MP4. */
  readonly file: Blob;
  readonly timeline: Timeline;
  readonly settings: RenderSettings;
  /** The files whose sound the timeline plays. */
  readonly sounds: readonly SoundFile[];
}

/** What the check draws with and does not own: the render's own, after `compositor.prepare(timeline)`. */
export interface VerifyParts {
  /** Of the size of the settings. */
  readonly compositor: Compositor;
  readonly frameSource: FrameSource;
  /** Frames that have been looked at, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Decodes a finished file and says whether it is the video that was asked for. A wrong file is a report that did not
 * pass, never an error.
 * @throws StudioError `render-stalled` where nothing comes for ten seconds, and what the parts throw: then nothing is
 * known about the file.
 */
export async function verifyOutput(request: VerifyRequest, parts: VerifyParts): Promise<OutputReport> {
  const started = performance.now();
  const checks = await checkFile(request, parts);
  return reportOf(checks, performance.now() - started);
}

async function checkFile(request: VerifyRequest, parts: VerifyParts): Promise<OutputCheck[]> {
  const file = await openReadable(request.file);
  if (typeof file === 'string') return [checkIs('readable', file, 'yes')];
  const { timeline, settings, sounds } = request;
  const total = timeline.durationFrames;
  try {
    const drawn = new DrawnFrames(timeline, parts.compositor, parts.frameSource);
    const table = [checkIs('readable', 'yes', 'yes'), ...checkTable(file, request)];
    // Frames of another size cannot be compared with what was drawn.
    if (table.some(({ name, passed }) => name === 'sizePixels' && !passed)) return table;
    // While the decoder has the pictures, the sound is compared. Both end before the parts may be disposed.
    const [pictures, sound] = await Promise.allSettled([
      checkPictures(file, drawn, settings.size, (done) => parts.onProgress(Math.min(done, total), total)),
      checkSound({ file: request.file, timeline, audio: settings.audio, sounds }),
    ]);
    return [...table, ...checksOf(pictures), ...checksOf(sound)];
  } finally {
    file.dispose();
  }
}

/** @returns why the file cannot be opened, where it cannot. */
async function openReadable(file: Blob): Promise<OutputFile | string> {
  try {
    return await openOutput(file);
  } catch (error) {
    if (error instanceof StudioError) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/** What can be said without decoding. */
function checkTable({ facts }: OutputFile, { timeline, settings }: VerifyRequest): OutputCheck[] {
  const { durationFrames, frameRate } = timeline;
  const length = frameToSeconds(durationFrames, frameRate);
  const frameMs = 1000 * frameToSeconds(1, frameRate);
  const ends = [facts.videoEnd, facts.soundEnd ?? 0];
  const durationError = 1000 * Math.max(...ends.map((end) => Math.abs(end - length)));
  const sizeOf = ({ width, height }: { width: number; height: number }) => `${width}x${height}`;
  return [
    checkIs('codecs', facts.codecs, 'avc, aac'),
    checkIs('sizePixels', sizeOf(facts.size), sizeOf(settings.size)),
    checkIs('frames', facts.frameTimes.length, durationFrames),
    checkAtMost('frameTimeErrorMilliseconds', frameTimeError(facts.frameTimes, frameRate), LARGEST_TIME_ERROR_MS),
    checkAtMost('durationErrorMilliseconds', durationError, frameMs),
  ];
}

/** @throws why there is no result. */
function checksOf(settled: PromiseSettledResult<OutputCheck[]>): OutputCheck[] {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}
