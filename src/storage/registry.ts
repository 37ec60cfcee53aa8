import { Dexie, type Table } from 'dexie';
import { checkRow } from './schema/checked.ts';
import { type Workspace, workspaceSchema } from './schema/workspace.ts';

export const DEFAULT_WORKSPACE: Pick<Workspace, 'id' | 'name'> = { id: 'default', name: 'My studio' };

/** The list of workspaces: the only thing that they share. */
class RegistryDatabase extends Dexie {
  declare readonly workspaces: Table<Workspace, string>;

  constructor() {
    super('studio-registry', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ workspaces: 'id' });
  }
}

/** The default workspace; made at the first start. `now` is in milliseconds since 1970. */
export async function openDefaultWorkspace(now: number): Promise<Workspace> {
  const registry = new RegistryDatabase();
  try {
    return await registry.transaction('rw', registry.workspaces, async () => {
      const stored = await registry.workspaces.get(DEFAULT_WORKSPACE.id);
      if (stored !== undefined) return checkRow(workspaceSchema, stored, 'workspaces');
      const made: Workspace = { ...DEFAULT_WORKSPACE, createdAt: now };
      await registry.workspaces.add(made);
      return made;
    });
  } finally {
    registry.close();
  }
}
