import { StudioError } from '#core/errors.ts';
import { PROJECT_SCHEMA_VERSION, type Project } from '#core/project/project.ts';
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

  /** One that is in the trash comes back with it. @throws StudioError `disk-full`, or `state-conflict` where a newer studio has written the project since. */
  async save(project: Project): Promise<void> {
    const { projects, trash } = this.database;
    const checked = readProject(project);
    const work = this.database.transaction('rw', projects, trash, async () => {
      refuseNewer(await projects.get(project.id));
      await projects.put(checked);
      await trash.delete(project.id);
    });
    await namingErrors(work, `the project “${project.name}”`);
  }

  /** @throws StudioError `not-found`. */
  async get(id: string): Promise<Project> {
    const row = await namingErrors(this.database.projects.get(id));
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

  /** For good: what a person made goes to the `TrashStore` instead. */
  async erase(id: string): Promise<void> {
    await namingErrors(this.database.projects.delete(id));
  }
}

/** What a newer studio wrote may hold more than this one knows of: writing over it would lose that. */
function refuseNewer(stored: { readonly schemaVersion: number; readonly name: string } | undefined): void {
  if (!stored || stored.schemaVersion <= PROJECT_SCHEMA_VERSION) return;
  throw new StudioError(
    'state-conflict',
    `“${stored.name}” was saved by a newer version of the studio meanwhile, so this page does not write over it. Reload this page: your edit is kept, and saved then.`,
    { rule: 'schemaVersion', value: stored.schemaVersion },
  );
}
