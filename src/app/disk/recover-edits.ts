import { recoveryOf } from '#core/disk/recover-edit.ts';
import { StudioError } from '#core/errors.ts';
import type { Project } from '#core/project/project.ts';
import type { ProjectStore } from '#storage/project-store.ts';
import { readProject } from '#storage/schema/project.ts';
import type { OpenWorkspace } from '../workspace.ts';
import type { UnsavedEdit, UnsavedEdits } from './unsaved-edits.ts';

/** Brings edits that never reached the database into it, at the start. What fails stays kept, and is told. */
export async function recoverEdits(workspace: OpenWorkspace, edits: UnsavedEdits): Promise<void> {
  for (const edit of edits.all()) {
    try {
      await recover(workspace, edit);
      edits.forget(edit);
    } catch (error) {
      workspace.problems.report(error);
    }
  }
}

async function recover({ projects, problems }: OpenWorkspace, edit: UnsavedEdit): Promise<void> {
  const project = readProject(edit.project);
  const recovery = recoveryOf(edit, await stampOf(projects, project.id));
  if (recovery === 'save') await projects.save(project);
  if (recovery !== 'copy') return;
  const copy: Project = { ...project, id: crypto.randomUUID(), name: `${project.name} (recovered)` };
  await projects.save(copy);
  problems.add(keptAsCopy(project.name, copy.name));
}

async function stampOf(projects: ProjectStore, id: string): Promise<number | 'unreadable' | null> {
  try {
    return (await projects.get(id)).updatedAt;
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    return error.code === 'not-found' ? null : 'unreadable';
  }
}

function keptAsCopy(name: string, copy: string): StudioError {
  return new StudioError(
    'state-conflict',
    `“${name}” was changed elsewhere while an edit of it waited to be saved. Both are kept: the edit as “${copy}”.`,
    { rule: 'one editor at a time', value: name },
  );
}
