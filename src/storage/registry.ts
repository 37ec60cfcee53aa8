import { Dexie, type Table } from 'dexie';
import { StudioError } from '#core/errors.ts';
import { freeWorkspaceName, type Workspace, workspaceName } from '#core/workspace/workspace.ts';
import { ConnectionWatch } from './connection.ts';
import { checkRow } from './schema/checked.ts';
import { type WorkspaceRow, workspaceSchema } from './schema/workspace.ts';
import { namingErrors } from './storage-error.ts';

const FIRST_ID = 'default';

class RegistryDatabase extends Dexie {
  declare readonly workspaces: Table<WorkspaceRow, string>;

  constructor() {
    super('studio-registry', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ workspaces: 'id' });
  }
}

/** The list of workspaces: beside the models of speech the only thing that they share. Times in milliseconds since 1970. */
export class WorkspaceRegistry {
  readonly #database = new RegistryDatabase();

  constructor() {
    new ConnectionWatch(this.#database);
  }

  /** The oldest first. May be used in a live query. @throws StudioError `storage-failed`. */
  async list(): Promise<Workspace[]> {
    return ready(await this.#rows()).map(asWorkspace);
  }

  /** All of them; at the first start the first is made, with that name. @throws StudioError `disk-full`, `storage-failed`. */
  async listOrBegin(now: number, name: string): Promise<Workspace[]> {
    // Looked for first: a start on a full disk has nothing to write.
    const found = await this.list();
    if (found.length > 0) return found;
    return await this.#write(async (rows) => {
      // Another tab may have made it meanwhile.
      if (ready(rows).length > 0) return ready(rows).map(asWorkspace);
      const id = rows.some((row) => row.id === FIRST_ID) ? crypto.randomUUID() : FIRST_ID;
      const made: WorkspaceRow = { id, name, createdAt: now, state: 'ready' };
      await this.#database.workspaces.add(made);
      return [asWorkspace(made)];
    });
  }

  /** Null where there is none, or it is not whole. May be used in a live query. */
  async find(id: string): Promise<Workspace | null> {
    return (await this.list()).find((workspace) => workspace.id === id) ?? null;
  }

  /** @throws StudioError `input-invalid`, `state-conflict` for a name that is taken, `disk-full`. */
  create(name: string, now: number): Promise<Workspace> {
    return this.#write(async (rows) => {
      const taken = ready(rows).map((row) => row.name);
      return await this.#add(workspaceName(name, taken), now, 'ready');
    });
  }

  /** Makes one that nobody sees until `completeArrival`. */
  beginArrival(name: string, now: number): Promise<Workspace> {
    return this.#write(() => this.#add(name, now, 'arriving'));
  }

  /** Its name gets a number where it is taken. @throws StudioError `not-found`. */
  completeArrival(id: string, name: string): Promise<Workspace> {
    return this.#write(async (rows) => {
      const row = rows.find((other) => other.id === id);
      if (!row) throw workspaceNotFound(id);
      const taken = ready(rows).map((other) => other.name);
      const arrived: WorkspaceRow = { ...row, name: freeWorkspaceName(name, taken), state: 'ready' };
      await this.#database.workspaces.put(arrived);
      return asWorkspace(arrived);
    });
  }

  /** @throws StudioError `not-found`, `input-invalid`, `state-conflict` for a name that is taken. */
  rename(id: string, name: string): Promise<Workspace> {
    return this.#write(async (rows) => {
      const row = ready(rows).find((other) => other.id === id);
      if (!row) throw workspaceNotFound(id);
      const taken = ready(rows).flatMap((other) => (other.id === id ? [] : [other.name]));
      const renamed = { ...row, name: workspaceName(name, taken) };
      await this.#database.workspaces.put(renamed);
      return asWorkspace(renamed);
    });
  }

  /** From here on nobody opens it; what it holds is still there. @throws StudioError `not-found`, `state-conflict`. */
  beginRemoval(id: string): Promise<Workspace> {
    return this.#write(async (rows) => {
      const row = ready(rows).find((other) => other.id === id);
      if (!row) throw workspaceNotFound(id);
      if (ready(rows).length === 1) throw lastWorkspace(row.name);
      await this.#database.workspaces.put({ ...row, state: 'leaving' });
      return asWorkspace(row);
    });
  }

  /** Ids of those that are not whole: somebody works on them, or a tab died meanwhile. */
  async unfinished(): Promise<string[]> {
    return (await this.#rows()).flatMap(({ id, state }) => (state === 'ready' ? [] : [id]));
  }

  async isUnfinished(id: string): Promise<boolean> {
    return (await this.unfinished()).includes(id);
  }

  /** Takes a row out, once nothing of the workspace is left. */
  async forget(id: string): Promise<void> {
    await namingErrors(this.#database.workspaces.delete(id));
  }

  async #add(name: string, now: number, state: WorkspaceRow['state']): Promise<Workspace> {
    const made: WorkspaceRow = { id: crypto.randomUUID(), name, createdAt: now, state };
    await this.#database.workspaces.add(made);
    return asWorkspace(made);
  }

  async #rows(): Promise<WorkspaceRow[]> {
    const rows = await namingErrors(this.#database.workspaces.toArray());
    return rows.map((row) => checkRow(workspaceSchema, row, 'workspaces'));
  }

  #write<T>(work: (rows: readonly WorkspaceRow[]) => Promise<T>): Promise<T> {
    const { workspaces } = this.#database;
    const written = this.#database.transaction('rw', workspaces, async () => await work(await this.#rows()));
    return namingErrors(written, 'the list of workspaces');
  }
}

function ready(rows: readonly WorkspaceRow[]): WorkspaceRow[] {
  return rows.filter(({ state }) => state === 'ready').sort((a, b) => a.createdAt - b.createdAt);
}

function asWorkspace({ id, name, createdAt }: WorkspaceRow): Workspace {
  return { id, name, createdAt };
}

function workspaceNotFound(id: string): StudioError {
  return new StudioError('not-found', 'This workspace does not exist any more: it was deleted.', {
    rule: 'workspace exists',
    value: id,
  });
}

function lastWorkspace(name: string): StudioError {
  return new StudioError(
    'state-conflict',
    `“${name}” is the only workspace, so it cannot be deleted. Make another one first.`,
    { rule: 'at least one workspace', value: name },
  );
}
