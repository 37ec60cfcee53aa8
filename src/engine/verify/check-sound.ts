import { planSoundtrack } from '#core/audio/soundtrack-plan.ts';
import { StudioError } from '#core/errors.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { checkAtLeast, checkAtMost, type OutputCheck, unmeasured } from '#core/verify/output-report.ts';
import { silentWindows } from '#core/verify/silent-windows.ts';
import { SLOWER_BY, SoundDigest, WINDOW_VALUES } from '#core/verify/sound-digest.ts';
import { findLag } from '#core/verify/sound-lag.ts';
import { openTrack } from '../audio/decode-track.ts';
import { type SoundFile, soundOpener } from '../audio/sound-files.ts';
import { renderSoundtrack } from '../audio/soundtrack.ts';

/** Sound may begin a sample late by rounding, in milliseconds. */
const LATEST_START_MS = 1;
/** A window at the edge of a sound may fall to either side, in milliseconds. */
const MOST_SILENCE_MS = 200;
/** Of the waves below 2 kHz; AAC at the studio's rate keeps well over 90 %, another sound has a few. */
const LOWEST_LIKENESS_PERCENT = 50;
/** Sound that is early is noticed from about 45 ms on (ITU-R BT.1359); frames are 33 ms, so this is exact. */
const MOST_OFFSET_MS = 10;

export interface SoundRequest {
  readonly file: Blob;
  readonly timeline: Timeline;
  readonly audio: AudioSettings;
  readonly sounds: readonly SoundFile[];
}

/**
 * Decodes the file's sound, mixes the timeline's again, and compares the two: where sound is, which, and when. The gain
 * that brings a mix to its loudness does not matter here.
 * @throws StudioError as the timeline's own sounds do.
 */
export async function checkSound({ file, timeline, audio, sounds }: SoundRequest): Promise<OutputCheck[]> {
  const plan = planSoundtrack(timeline, audio);
  const found = await digestOf(file, plan.sampleRate, plan.totalSamples);
  const mix = new SoundDigest(plan.totalSamples);
  let position = 0;
  if (plan.sounds.length > 0) {
    for await (const chunk of renderSoundtrack(plan, soundOpener(sounds))) {
      mix.add(chunk, position);
      position += chunk.left.length;
    }
  }
  return compare(mix, found, plan.sampleRate);
}

function compare(mix: SoundDigest, found: SoundDigest, sampleRate: number): OutputCheck[] {
  const slowMs = (1000 * SLOWER_BY) / sampleRate;
  const lag = findLag(mix, found);
  const start = (1000 * (found.firstSample ?? found.totalSamples)) / sampleRate;
  const silent = silentWindows(mix, found).length * WINDOW_VALUES * slowMs;
  const likeness = checkAtLeast('soundLikenessPercent', 100 * (lag?.likeness ?? 0), LOWEST_LIKENESS_PERCENT);
  const offset = checkAtMost('soundOffsetMilliseconds', Math.abs(lag?.lag ?? 0) * slowMs, MOST_OFFSET_MS);
  return [
    checkAtMost('soundStartMilliseconds', start, LATEST_START_MS),
    checkAtMost('silentMilliseconds', silent, MOST_SILENCE_MS),
    ...(lag ? [likeness, offset] : [likeness, offset].map(unmeasured)),
  ];
}

/** What the file's own sound is; nothing where it has none or it cannot be read. */
async function digestOf(file: Blob, sampleRate: number, totalSamples: number): Promise<SoundDigest> {
  const digest = new SoundDigest(totalSamples);
  try {
    const track = await openTrack(file, 'the finished video');
    try {
      for await (const { time, stereo } of track.chunks()) digest.add(stereo, Math.round(time * sampleRate));
    } finally {
      track.dispose();
    }
  } catch (error) {
    // What cannot be heard is missing: the comparison says so. Only errors of the reader itself mean that.
    if (!(error instanceof StudioError)) throw error;
  }
  return digest;
}
