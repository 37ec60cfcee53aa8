import { eraseWorkspace } from '#storage/erase-workspace.ts';
import type { WorkspaceRegistry } from '#storage/registry.ts';
import { whenWorkspaceIsClosed } from '#storage/workspace-lock.ts';
import { localMarker } from '../disk/presence.ts';
import { UnsavedEdits } from '../disk/unsaved-edits.ts';

/**
 * Removes everything of a workspace that is not whole: one that is being deleted, or whose import never ended. Waits for
 * the tabs that have it open. A page that goes away meanwhile leaves it to a later start.
 */
export async function finishUnfinished(registry: WorkspaceRegistry, id: string): Promise<void> {
  await whenWorkspaceIsClosed(id, async () => {
    // Meanwhile an import may have ended well, or another tab may have done it.
    if (!(await registry.isUnfinished(id))) return;
    await eraseWorkspace(id);
    localMarker(id).clear();
    new UnsavedEdits(id, localStorage).forgetAll();
    await registry.forget(id);
  });
}

/** What earlier pages left. */
export async function finishAllUnfinished(registry: WorkspaceRegistry): Promise<void> {
  for (const id of await registry.unfinished()) await finishUnfinished(registry, id);
}
