import { Dexie } from 'dexie';
import { databaseName } from './database.ts';
import { onceReleased, removeDirectory } from './files/file-system.ts';
import { workspaceDirectory } from './files/paths.ts';
import { namingErrors } from './storage-error.ts';

/** Nobody waits for it, and what is left lies there until the next start. */
const PATIENCE_MS = 30_000;

/** Deletes the database and the folder of a workspace that nobody has open. @throws StudioError `storage-failed`. */
export async function eraseWorkspace(workspaceId: string): Promise<void> {
  await namingErrors(Dexie.delete(databaseName(workspaceId)));
  await onceReleased(() => removeDirectory(workspaceDirectory(workspaceId)), PATIENCE_MS);
}
