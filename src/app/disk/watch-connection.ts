import { newerStudio } from '#storage/connection.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { databaseGoneMeanwhile, findPresence, type Marker } from './presence.ts';

/** Told when the stored things were deleted while the page was open. */
export type VanishedListener = () => void;

export interface ConnectionKeeper {
  onVanished(listener: VanishedListener): () => void;
}

/**
 * Says plainly what happens to the database while the page is open.
 * @param stopWork ends what this page does for all tabs: a newer studio takes over.
 */
export function keepConnection(workspace: OpenWorkspace, marker: Marker, stopWork: () => void): ConnectionKeeper {
  const listeners = new Set<VanishedListener>();

  async function lookAgain(): Promise<void> {
    // It was there when this page opened it: what is missing now has been deleted, the mark outside perhaps with it.
    const stillMarked = { ...marker, isSet: () => true };
    const presence = await persistently(() => findPresence(workspace, stillMarked, Date.now()));
    if (presence !== 'vanished') return;
    workspace.problems.add(databaseGoneMeanwhile());
    for (const listener of listeners) listener();
  }

  workspace.connection.subscribe((news) => {
    if (news === 'closed') {
      lookAgain().catch(workspace.problems.report);
      return;
    }
    workspace.problems.add(newerStudio());
    stopWork();
  });
  return {
    onVanished(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const ATTEMPTS = 20;
const PAUSE_MS = 250;

/** While a database is being deleted it cannot be opened. @throws what the last attempt throws. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
