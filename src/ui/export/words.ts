import type { RenderEstimate } from '#app/studio/exports.ts';
import type { RenderJob, RenderOutput, RenderStage } from '#core/job/job.ts';
import { formatBytes, formatSeconds, formatWait } from '../view/format.ts';
import { t } from '../words/words.ts';

/** What is said about an export. */

const STEP_WORDS: Record<RenderStage, string> = {
  preparing: t`Preparing photos and sound`,
  rendering: t`Drawing and encoding frames`,
  assembling: t`Putting the file together`,
  checking: t`Checking the result`,
};

export function stepWords(job: RenderJob): string {
  switch (job.status) {
    case 'pending':
      if (job.paused) return t`Paused`;
      return job.retryAt === null ? t`Waiting for its turn` : t`Waiting to try again`;
    case 'processing':
      return job.currentStep ? STEP_WORDS[job.currentStep] : t`Starting`;
    case 'completed':
      return t`Ready`;
    case 'failed':
      return t`Failed`;
    case 'cancelled':
      return t`Cancelled`;
  }
}

/** `About 12 s left`; empty until there is something to measure by. */
export function timeLeft(job: RenderJob): string {
  return job.etaSeconds === null ? '' : t`About ${formatWait(job.etaSeconds)} left`;
}

export function estimateWords({ seconds, bytes }: RenderEstimate): string {
  return t`About ${formatWait(seconds)}, ${formatBytes(bytes)}`;
}

export function needsWords({ diskBytes, memoryBytes }: RenderEstimate): string {
  return t`While it runs: ${formatBytes(diskBytes)} of disk, ${formatBytes(memoryBytes)} of memory`;
}

export function outputFacts({ frames, durationSeconds, bytes }: RenderOutput): string {
  return t`${frames} frames, ${formatSeconds(durationSeconds)}, ${formatBytes(bytes)}`;
}
