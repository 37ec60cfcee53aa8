import type { Workspace } from '#core/workspace/workspace.ts';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';

/** All workspaces, the oldest first, and the one that is open; it has the name of the page's start until both are known. */
export function useWorkspaces(): { readonly workspaces: readonly Workspace[]; readonly openId: string } {
  const { studio } = useEditor();
  const workspaces = useStored(() => studio.workspaces.list(), [studio]);
  return { workspaces: workspaces ?? [{ ...studio.workspace, createdAt: 0 }], openId: studio.workspace.id };
}
