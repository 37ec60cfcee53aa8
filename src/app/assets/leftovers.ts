import { toStudioError } from '#core/errors.ts';
import type { OpenWorkspace } from '../workspace.ts';

/** A worker that was ended in the middle of its work leaves part of a file, a commit that failed the whole of one. */
export async function removeLeftovers(workspace: OpenWorkspace): Promise<void> {
  try {
    await workspace.sweep();
  } catch (error) {
    workspace.problems.add(toStudioError(error));
  }
}
