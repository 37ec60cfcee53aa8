import type { RenderJob } from '../job/job.ts';
import { TRASH_DAYS, type TrashItem } from './trash.ts';

/** What goes by itself, and when. Times in milliseconds since 1970. */

/** Days that finished videos may be kept, for a person to choose from; null keeps them until they are deleted by hand. */
export const RESULT_DAYS = [null, 1, 7, 30] as const;
export type ResultDays = (typeof RESULT_DAYS)[number];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Finished videos that are older than a person wants to keep them. */
export function expiredResults(jobs: readonly RenderJob[], days: number | null, now: number): RenderJob[] {
  if (days === null) return [];
  return jobs.filter(
    ({ status, finishedAt }) => status === 'completed' && finishedAt !== null && finishedAt < now - days * DAY_MS,
  );
}

export function expiredTrash(items: readonly TrashItem[], now: number): TrashItem[] {
  return items.filter(({ deletedAt }) => deletedAt < now - TRASH_DAYS * DAY_MS);
}

/** Whole days until something in the trash is deleted for good, at least 0. */
export function daysLeft({ deletedAt }: TrashItem, now: number): number {
  return Math.max(0, Math.ceil((deletedAt + TRASH_DAYS * DAY_MS - now) / DAY_MS));
}
