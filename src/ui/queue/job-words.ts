import type { QueueStatus } from '#app/studio/exports.ts';
import { isFinished, type RenderJob } from '#core/job/job.ts';
import { stepWords, timeLeft } from '../export/words.ts';
import { QUALITY_NAMES } from '../look/names.ts';
import { formatAge, formatBytes, formatDecimal, formatSeconds, formatWait } from '../view/format.ts';
import { t } from '../words/words.ts';

/** What the queue page says. */

type Hold = Pick<QueueStatus, 'paused' | 'circuit'>;

/** `1 exporting, 2 waiting`. */
export function queueSummary(jobs: readonly RenderJob[], queue: Hold | undefined): string {
  const exporting = jobs.filter((job) => job.status === 'processing').length;
  const waiting = jobs.filter((job) => job.status === 'pending').length;
  const parts = [exporting > 0 && t`${exporting} exporting`, waiting > 0 && t`${waiting} waiting`];
  const counts = parts.filter(Boolean).join(', ') || t`Nothing under way`;
  return queue?.paused ? t`Paused. ${counts}` : counts;
}

export interface JobMoment {
  /** Undefined while it is looked up. */
  readonly queue: Hold | undefined;
  /** Among those that wait, from 0. */
  readonly place: number;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Where a job is, or what became of it, in a line. */
export function jobState(job: RenderJob, moment: JobMoment): string {
  if (job.status === 'pending') return waitingWords(job, moment);
  if (job.status === 'processing') return stepWords(job);
  const age = formatAge(job.finishedAt ?? job.createdAt, moment.now);
  if (!job.output) return `${stepWords(job)} ${age}`;
  const { durationSeconds, bytes } = job.output;
  return `${formatSeconds(durationSeconds)}, ${formatBytes(bytes)} · ${age}`;
}

function waitingWords(job: RenderJob, { queue, place, now }: JobMoment): string {
  if (job.paused) return t`Paused`;
  if (queue?.paused) return t`Waits until the queue goes on`;
  if (queue && queue.circuit !== 'closed') return t`On hold until exports work again`;
  if (job.retryAt !== null && job.retryAt > now) return t`Tries again in ${formatWait((job.retryAt - now) / 1000)}`;
  return place === 0 ? t`Next in line` : t`Number ${place + 1} in line`;
}

/** `40 %, about 12 s left`; empty for a job that has neither begun nor anything to go on from. */
export function jobProgress(job: RenderJob): string {
  if (isFinished(job) || (job.status === 'pending' && job.progress === 0)) return '';
  const percent = `${Math.floor(job.progress)} %`;
  const left = timeLeft(job);
  return left ? `${percent}, ${left.toLowerCase()}` : percent;
}

/** What else there is to know: quality, frames, speed (frames a second; null where unknown), attempts. */
export function jobFacts(job: RenderJob, speed: number | null): string[] {
  const { settings, project, status, frames, attempts, maxAttempts } = job;
  const running = status === 'processing';
  const facts = [
    `${QUALITY_NAMES[settings.quality]}, ${project.format}`,
    running && frames && t`${frames.done} of ${frames.total} frames`,
    running && speed !== null && t`${speed < 10 ? formatDecimal(speed) : Math.round(speed)} frames/s`,
    attempts > 1 && t`Attempt ${attempts} of ${maxAttempts}`,
  ];
  return facts.filter((fact) => typeof fact === 'string');
}

/** That less was made than asked for; empty where it was not. */
export function stepDownWords({ steppedDownFrom, settings, status }: RenderJob): string {
  if (steppedDownFrom === null) return '';
  const made = status === 'completed' ? t`Made` : t`Continues`;
  return t`${made} in ${QUALITY_NAMES[settings.quality]} quality instead of ${QUALITY_NAMES[steppedDownFrom]}: this device ran short of memory, disk or an encoder.`;
}

/** What screen readers are told of a change; null where it is nothing to interrupt for. Progress is told at each quarter. */
export function changeWords(before: RenderJob, after: RenderJob): string | null {
  const { name } = after.project;
  if (after.status === 'completed' && before.status !== 'completed') return t`${name} is ready`;
  if (after.status === 'failed' && before.status !== 'failed') return t`${name} failed`;
  if (after.status === 'cancelled' && before.status !== 'cancelled') return t`${name} is cancelled`;
  if (after.paused !== before.paused && after.status === 'pending')
    return after.paused ? t`${name} is paused` : t`${name} is waiting`;
  if (after.status !== 'processing') return null;
  if (before.status !== 'processing') return t`${name} is being exported`;
  const quarter = Math.floor(after.progress / 25);
  return quarter > Math.floor(before.progress / 25) ? t`${name}: ${quarter * 25} % exported` : null;
}
