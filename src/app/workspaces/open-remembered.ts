import { liveQuery } from 'dexie';
import { StudioError } from '#core/errors.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import type { WorkspaceRegistry } from '#storage/registry.ts';
import { holdWorkspace } from '#storage/workspace-lock.ts';
import type { WorkspaceChoice } from './workspace-choice.ts';

export interface Opening {
  readonly workspace: Workspace;
  /** What the person has to be told: the tab shows another workspace than before. */
  readonly problem: StudioError | null;
}

/**
 * Holds, for the life of the page, the workspace that this tab had open, or else the one that was opened last.
 * @param firstName of the workspace that is made where there is none.
 */
export async function openRemembered(
  registry: WorkspaceRegistry,
  choice: WorkspaceChoice,
  firstName: string,
): Promise<Opening> {
  const before = choice.ofTab();
  for (;;) {
    const workspaces = await registry.listOrBegin(Date.now(), firstName);
    const workspace = choice.among(workspaces);
    if (!workspace) continue;
    const release = await holdWorkspace(workspace.id);
    // While it was deleted nobody could hold it.
    if ((await registry.find(workspace.id)) !== null) {
      choice.remember(workspace.id);
      const isAnother = before !== null && before !== workspace.id;
      return { workspace, problem: isAnother ? deletedElsewhere(workspace) : null };
    }
    release();
  }
}

/** Loads the page anew once another tab deletes the workspace that is open in this one: nothing of it stays at work. */
export function leaveWhenRemoved(
  registry: WorkspaceRegistry,
  id: string,
  page: Pick<Location, 'reload'>,
  onError: (error: unknown) => void,
): void {
  liveQuery(() => registry.find(id)).subscribe({
    next: (found) => {
      if (found === null) page.reload();
    },
    error: onError,
  });
}

function deletedElsewhere({ name }: Workspace): StudioError {
  return new StudioError(
    'not-found',
    `The workspace that was open in this tab was deleted in another one. “${name}” is open here now.`,
    { rule: 'workspace exists', value: name },
  );
}
