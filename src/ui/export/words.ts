import type { RenderEstimate } from '#app/studio/exports.ts';
import type { RenderJob, RenderOutput, RenderStage } from '#core/job/job.ts';
import { formatBytes, formatSeconds, formatWait } from '../view/format.ts';

/** What is said about an export. */

const STEP_WORDS: Record<RenderStage, string> = {
  preparing: 'Preparing photos and sound',
  rendering: 'Drawing and encoding frames',
  assembling: 'Putting the file together',
  checking: 'Checking the result',
};

export function stepWords(job: RenderJob): string {
  switch (job.status) {
    case 'pending':
      if (job.paused) return 'Paused';
      return job.retryAt === null ? 'Waiting for its turn' : 'Waiting to try again';
    case 'processing':
      return job.currentStep ? STEP_WORDS[job.currentStep] : 'Starting';
    case 'completed':
      return 'Ready';
    case 'failed':
      return 'Failed';
    case 'cancelled':
      return 'Cancelled';
  }
}

/** `About 12 s left`; empty until there is something to measure by. */
export function timeLeft(job: RenderJob): string {
  return job.etaSeconds === null ? '' : `About ${formatWait(job.etaSeconds)} left`;
}

export function estimateWords({ seconds, bytes }: RenderEstimate): string {
  return `About ${formatWait(seconds)}, ${formatBytes(bytes)}`;
}

export function needsWords({ diskBytes, memoryBytes }: RenderEstimate): string {
  return `While it runs: ${formatBytes(diskBytes)} of disk, ${formatBytes(memoryBytes)} of memory`;
}

export function outputFacts({ frames, durationSeconds, bytes }: RenderOutput): string {
  return `${frames} frames, ${formatSeconds(durationSeconds)}, ${formatBytes(bytes)}`;
}
