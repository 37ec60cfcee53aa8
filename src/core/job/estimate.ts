import type { RenderSettings } from '../render/settings.ts';
import { frameToSeconds } from '../units.ts';
import type { RenderJob } from './job.ts';

/** What a render will take, before it has run. */
export interface RenderForecast {
  readonly milliseconds: number;
  readonly bytes: number;
}

/**
 * Time to compose and encode one megapixel where nothing has been measured yet, in milliseconds: a 1080x1920 frame in
 * 20 ms, as two cores without a GPU do.
 */
const DEFAULT_MS_PER_MEGAPIXEL = 10;

/** Jobs that are looked at: the machine of last month may have been another. */
const RECENT_JOBS = 10;

/** @param history jobs of any status, newest first. */
export function forecastRender(
  durationFrames: number,
  settings: RenderSettings,
  history: readonly RenderJob[],
): RenderForecast {
  const speeds = history
    .map(msPerMegapixel)
    .filter((speed) => speed !== null)
    .slice(0, RECENT_JOBS);
  const speed = median(speeds) ?? DEFAULT_MS_PER_MEGAPIXEL;
  const bitRate = settings.videoBitRate + settings.audio.bitRate;
  return {
    milliseconds: durationFrames * megapixels(settings) * speed,
    bytes: Math.round((frameToSeconds(durationFrames, settings.frameRate) * bitRate) / 8),
  };
}

/** How fast a finished job was; null for one that has no output. */
function msPerMegapixel({ status, startedAt, finishedAt, output, settings }: RenderJob): number | null {
  if (status !== 'completed' || startedAt === null || finishedAt === null || output === null) return null;
  return (finishedAt - startedAt) / (output.frames * megapixels(settings));
}

function megapixels({ size }: RenderSettings): number {
  return (size.width * size.height) / 1e6;
}

/** @returns null for an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 1 ? upper : sorted[middle - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
