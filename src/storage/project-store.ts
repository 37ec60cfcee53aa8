import { StudioError } from '#core/errors.ts';
import type { Project } from '#core/project/project.ts';
import type { WorkspaceDatabase } from './database.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { readProject } from './schema/project.ts';
import { namingErrors } from './storage-error.ts';

/** Rows of projects. Older ones are brought to the present schema as they are read. */
export class ProjectStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  async save(project: Project): Promise<void> {
    await namingErrors(this.database.projects.put(readProject(project)));
  }

  /** @throws StudioError `not-found`. */
  async get(id: string): Promise<Project> {
    const row = await this.database.projects.get(id);
    if (row === undefined) {
      throw new StudioError('not-found', 'This project does not exist any more.', {
        rule: 'project exists',
        value: id,
      });
    }
    return readProject(row);
  }

  /** The one edited last comes first. */
  async list(): Promise<Project[]> {
    const rows = await this.database.projects.orderBy('updatedAt').reverse().toArray();
    return readable(rows, readProject, this.problems);
  }

  async remove(id: string): Promise<void> {
    await namingErrors(this.database.projects.delete(id));
  }
}
