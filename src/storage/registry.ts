import { Dexie, type Table } from 'dexie';
import { checkRow } from './schema/checked.ts';
import { type Workspace, workspaceSchema } from './schema/workspace.ts';
import { namingErrors } from './storage-error.ts';

export const DEFAULT_WORKSPACE: Pick<Workspace, 'id' | 'name'> = { id: 'default', name: 'My studio' };

/** The list of workspaces: the only thing that they share. */
class RegistryDatabase extends Dexie {
  declare readonly workspaces: Table<Workspace, string>;

  constructor() {
    super('studio-registry', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ workspaces: 'id' });
  }
}

/**
 * The default workspace; made at the first start. `now` is in milliseconds since 1970.
 * @throws StudioError `disk-full`, `storage-failed`.
 */
export async function openDefaultWorkspace(now: number): Promise<Workspace> {
  const registry = new RegistryDatabase();
  try {
    return await namingErrors(findOrMake(registry, now), 'anything for the studio');
  } finally {
    registry.close();
  }
}

async function findOrMake(registry: RegistryDatabase, now: number): Promise<Workspace> {
  // Looked for first: a start on a full disk has nothing to write.
  const found = await registry.workspaces.get(DEFAULT_WORKSPACE.id);
  if (found !== undefined) return checkRow(workspaceSchema, found, 'workspaces');
  const made: Workspace = { ...DEFAULT_WORKSPACE, createdAt: now };
  // Another tab may have made it meanwhile: the row is the same but for its time.
  await registry.workspaces.put(made);
  return made;
}
