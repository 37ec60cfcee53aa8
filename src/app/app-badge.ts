import { liveQuery } from 'dexie';
import { toStudioError } from '#core/errors.ts';
import type { OpenWorkspace } from './workspace.ts';

/** Shows on the installed app's icon how many exports wait or run, where the system has such a badge. */
export function showQueueOnBadge({ jobs, problems }: Pick<OpenWorkspace, 'jobs' | 'problems'>): void {
  if (!('setAppBadge' in navigator)) return;
  liveQuery(async () => (await jobs.open()).length).subscribe({
    next: (count) => {
      const shown = count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count);
      // A browser tab without an icon of its own refuses: the queue page says the same.
      shown.catch(() => undefined);
    },
    error: (error) => problems.add(toStudioError(error)),
  });
}
