/**
 * Whoever works in a workspace holds its lock, shared with all others who do; whoever deletes it needs the lock alone. So
 * nothing is written into a workspace any more once its deletion begins.
 */

/** @returns what lets go of it; the end of the page or worker does, too. */
export function holdWorkspace(workspaceId: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lockName(workspaceId), { mode: 'shared' }, () => new Promise<void>((release) => resolve(release)))
      .catch(reject);
  });
}

/** Works once nobody has the workspace open, however long that takes. @param signal ends the waiting. */
export async function whenWorkspaceIsClosed(
  workspaceId: string,
  work: () => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  await navigator.locks.request(lockName(workspaceId), { mode: 'exclusive', ...(signal && { signal }) }, work);
}

function lockName(workspaceId: string): string {
  return `studio-open-${workspaceId}`;
}
