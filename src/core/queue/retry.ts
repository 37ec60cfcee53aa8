import type { StudioError } from '../errors.ts';
import { failJob, type RenderJob, retryJobLater } from '../job/job.ts';
import { QUALITY_MODES, type QualityMode } from '../render/settings.ts';

/** Before the first, second, ... retry, in milliseconds; the last holds for all further ones. */
const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000] as const;

/** @param retry 1 for the first. */
export function retryDelayMs(retry: number): number {
  return RETRY_DELAYS_MS[Math.min(retry, RETRY_DELAYS_MS.length) - 1] ?? RETRY_DELAYS_MS[0];
}

/** What becomes of a job whose run failed: it waits for its next attempt, of less quality or of the same, or failed. */
export function afterFailure(job: RenderJob, error: StudioError, now: number): RenderJob {
  const quality = error.errorClass === 'resource' ? lowerQuality(job.settings.quality) : job.settings.quality;
  const hopeless = error.errorClass === 'non-recoverable' || quality === null || job.attempts >= job.maxAttempts;
  if (hopeless) return failJob(job, error, now);
  return retryJobLater(job, error, now + retryDelayMs(job.attempts), quality);
}

/** One step down; null below the last. */
function lowerQuality(quality: QualityMode): QualityMode | null {
  return QUALITY_MODES[QUALITY_MODES.indexOf(quality) + 1] ?? null;
}
