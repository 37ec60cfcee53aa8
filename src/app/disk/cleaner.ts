import { expiredResults, expiredTrash } from '#core/disk/keeping.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { eraseTrashed, removeVideo } from './disk.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes what a person does not want to keep any longer: finished videos that are too old, and old trash. */
export async function clean(workspace: OpenWorkspace, now: number): Promise<void> {
  const { settings, jobs, trash } = workspace;
  const days = (await settings.get('keeping'))?.resultDays ?? null;
  for (const { id } of expiredResults(await jobs.list(), days, now)) {
    await jobs.remove(id);
    await removeVideo(workspace.id, id);
  }
  await eraseTrashed(workspace, expiredTrash(await trash.list(), now));
}

/** Cleans at the start and once a day while the page is open, in one tab of all. @param signal ends it. */
export async function keepClean(workspace: OpenWorkspace, signal: AbortSignal): Promise<void> {
  try {
    await navigator.locks.request(`studio-cleaner-${workspace.id}`, { signal }, async () => {
      while (!signal.aborted) {
        await clean(workspace, Date.now()).catch(workspace.problems.report);
        await nextDay(signal);
      }
    });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function nextDay(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', settle);
      resolve();
    };
    const timer = setTimeout(settle, DAY_MS);
    signal.addEventListener('abort', settle);
  });
}
