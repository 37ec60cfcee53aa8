/**
 * Between a file's arrival in the store and the commit of its row, no row names it. Whoever brings files in holds this
 * lock shared, with all others who do; whoever removes unnamed files needs it alone.
 */

export function whileBringingFiles<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lockName(workspaceId), { mode: 'shared' }, work);
}

/** Does nothing where a tab is bringing files in: what is left lying is swept at a later start. */
export async function whenNobodyBringsFiles(workspaceId: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(lockName(workspaceId), { mode: 'exclusive', ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

function lockName(workspaceId: string): string {
  return `studio-files-${workspaceId}`;
}
