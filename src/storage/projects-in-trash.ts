import type { Project } from '#core/project/project.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { readProject } from './schema/project.ts';
import type { TrashRow } from './trash-store.ts';

/** The projects among what is in the trash. */
export function projectsInTrash(rows: readonly TrashRow[], problems: ProblemLog): Project[] {
  const stored = rows.filter(({ kind }) => kind === 'project').map(({ row }) => row);
  return readable(stored, readProject, problems);
}
