import type { Limits } from '#core/limits.ts';
import type { VideoFacts } from '#core/media/asset.ts';
import type { Normalisation } from '#core/media/normalisation.ts';
import type { StreamContainer } from '#core/media/sniff.ts';
import { seconds } from '#core/units.ts';
import type { FfmpegOptions } from '../ffmpeg/ffmpeg-instance.ts';
import type { ClipDescription } from './clip-description.ts';
import { conversionFailed, conversionStalled, damagedClip, noFrames, tooLongToConvert } from './clip-errors.ts';
import { clipPictures } from './clip-pictures.ts';
import { convertClip, convertedSize } from './convert-clip.ts';
import { describeClip } from './describe-clip.ts';
import { ffprobeClip } from './ffprobe-clip.ts';
import type { InspectionReport } from './inspection-report.ts';

/** ffmpeg prints a line twice a second while it works; silence for so long means that it hangs. */
const STALL_SECONDS = 10;

export interface InspectedClip {
  readonly facts: VideoFacts;
  readonly thumbnail: Blob;
  readonly filmstrip: readonly Blob[];
  /** What is played in its place; null where the file itself is. */
  readonly rendition: Blob | null;
}

/**
 * Looks at a clip, decodes its first picture for real, and converts it where this browser cannot decode it, or where it
 * is HDR: each browser maps that to SDR in its own way.
 * @returns null where the file has no video track: then it is sound, or nothing.
 * @throws StudioError `no-video-frames`, `file-damaged`, `file-unsupported` or `file-too-large`.
 */
export async function inspectClip(
  file: File,
  container: StreamContainer,
  limits: Limits,
  report: InspectionReport,
): Promise<InspectedClip | null> {
  const alive = () => report('reading', 0);
  const clip = await describe(file, container, alive);
  if (!clip) return null;
  const pictures = isNative(clip) ? await clipPictures(file, alive) : null;
  const hdr = clip.hdr ?? pictures?.hdr ?? null;
  const found = { ...clip, hdr };
  const unplayableSound = clip.sound !== null && !clip.sound.playable;
  if (pictures && hdr === null && !unplayableSound) {
    return { ...pictures, facts: factsOf(found, []), rendition: null };
  }
  if (clip.durationSeconds > limits.convertedSeconds) {
    throw tooLongToConvert(file.name, clip.codec, clip.durationSeconds, limits.convertedSeconds);
  }
  return await convert(file, container, found, pictures !== null && hdr === null, report);
}

/** Read by the media library, which is quick; where it cannot, or knows no name for the codec, by ffprobe. */
async function describe(file: File, container: StreamContainer, onAlive: () => void): Promise<ClipDescription | null> {
  const probe = () => ffprobeClip(file, container, ffmpegOptions(file.name, container, onAlive));
  if (container === 'avi') return withFrames(await probe(), file.name);
  try {
    const clip = await describeClip(file, file.name);
    return clip?.codec === 'unknown' ? withFrames(await probe(), file.name) : clip;
  } catch (error) {
    if (!MAY_END_ANYWHERE.includes(container)) throw error;
    const clip = await probe().catch(() => null);
    // What two readers cannot read is damaged: the first one's words say how.
    if (!clip || clip.codec === 'unknown') throw error;
    return withFrames(clip, file.name);
  }
}

/** Written as they are recorded: ffmpeg plays what there is of one that was cut off. The others' index is all or nothing. */
const MAY_END_ANYWHERE: readonly StreamContainer[] = ['mkv', 'webm', 'ts'];

function withFrames(clip: ClipDescription | null, name: string): ClipDescription | null {
  if (clip && (!(clip.durationSeconds > 0) || clip.frameRate === 0)) throw noFrames(name);
  return clip;
}

/** Containers and codecs as the media library names them; ffprobe's are told apart by theirs. */
function isNative({ codec }: ClipDescription): boolean {
  return ['avc', 'hevc', 'vp8', 'vp9', 'av1'].includes(codec);
}

async function convert(
  file: File,
  container: StreamContainer,
  source: ClipDescription,
  keepPictures: boolean,
  report: InspectionReport,
): Promise<InspectedClip> {
  const alive = () => report('converting', 0);
  let done = 0;
  const options = ffmpegOptions(file.name, source.codec, () => report('converting', done));
  const conversion = { container, clip: source, pictures: !keepPictures };
  const rendition = await convertClip(file, conversion, options, (fraction) => {
    done = fraction;
  });
  const made = await describeClip(rendition, file.name);
  const pictures = made && (await clipPictures(rendition, alive));
  if (!made || !pictures) throw damagedClip(file.name, 'not one of its pictures can be decoded');
  const facts = factsOf(
    { ...source, size: made.size, durationSeconds: made.durationSeconds, sound: made.sound },
    conversionNotes(source, keepPictures),
  );
  return { facts, ...pictures, rendition };
}

function conversionNotes(source: ClipDescription, keepPictures: boolean): Normalisation[] {
  if (keepPictures) return [{ kind: 'converted', from: `${source.sound?.codec ?? 'its'} sound`, to: 'AAC' }];
  const notes: Normalisation[] = [];
  if (source.hdr) notes.push({ kind: 'hdr-to-sdr', from: source.hdr });
  const codec = codecName(source.codec);
  if (codec !== 'H.264') notes.push({ kind: 'converted', from: codec, to: 'H.264' });
  else if (!source.hdr) notes.push({ kind: 'converted', from: source.container, to: 'MP4' });
  const made = convertedSize(source.size);
  if (Math.min(made.width, made.height) < Math.min(source.size.width, source.size.height) - 1) {
    notes.push({ kind: 'made-smaller', to: made });
  }
  return notes;
}

function factsOf(clip: ClipDescription, converted: readonly Normalisation[]): VideoFacts {
  const { rotation, frameTiming, hdr, frameRate, size, storedSize, container, codec } = clip;
  const normalised: Normalisation[] = [];
  if (rotation !== 0) normalised.push({ kind: 'turned', degrees: rotation });
  if (!clip.squarePixels) normalised.push({ kind: 'pixels-squared' });
  if (frameTiming === 'variable') normalised.push({ kind: 'frame-rate-evened' });
  return {
    kind: 'video',
    container,
    codec,
    size,
    storedSize,
    durationSeconds: seconds(clip.durationSeconds),
    hasAudio: clip.sound !== null,
    frameRate,
    frameTiming,
    rotation,
    hdr,
    normalised: [...normalised, ...converted],
    ...clip.stated,
  };
}

const CODEC_NAMES: Readonly<Record<string, string>> = {
  avc: 'H.264',
  h264: 'H.264',
  hevc: 'HEVC',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  mpeg4: 'MPEG-4',
  prores: 'ProRes',
  mjpeg: 'Motion JPEG',
};

function codecName(codec: string): string {
  return CODEC_NAMES[codec] ?? codec;
}

function ffmpegOptions(name: string, codec: string, onAlive: () => void): FfmpegOptions {
  return {
    errors: {
      failed: (cause) => conversionFailed(name, codecName(codec), cause),
      stalled: (limit) => conversionStalled(name, limit),
    },
    stallSeconds: STALL_SECONDS,
    onAlive,
  };
}
