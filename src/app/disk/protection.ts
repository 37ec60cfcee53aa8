import { liveQuery } from 'dexie';
import type { OpenWorkspace } from '../workspace.ts';

/** Whether the browser may delete what is stored when space runs out. */
export interface Protection {
  isProtected(): Promise<boolean>;
  /** Asks the browser, which may ask the person. @returns whether it will not delete anything by itself. */
  protect(): Promise<boolean>;
  /** Asks once in a workspace's life: when there is something to lose for the first time. */
  askOnce(): Promise<void>;
}

export function createProtection({ settings }: Pick<OpenWorkspace, 'settings'>, storage: StorageManager): Protection {
  return {
    isProtected: () => storage.persisted(),
    protect: () => storage.persist(),
    async askOnce() {
      if (await settings.get('protection')) return;
      await settings.set('protection', { askedAt: Date.now() });
      if (!(await storage.persisted())) await storage.persist();
    },
  };
}

/** Asks once an export has finished in this page's time, whichever tab made it: never as the page opens. */
export function askAfterExport({ jobs, problems }: OpenWorkspace, protection: Protection): void {
  let before: number | null = null;
  liveQuery(() => jobs.countCompleted()).subscribe({
    next(count) {
      if (before !== null && count > before) protection.askOnce().catch(problems.report);
      before = count;
    },
    error: problems.report,
  });
}
