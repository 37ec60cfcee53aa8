import type { DiskClient } from '#clients/disk-client.ts';
import type { TrashItem } from '#core/disk/trash.ts';
import { StudioError } from '#core/errors.ts';
import { readFile, removeFile } from '#storage/files/file-system.ts';
import { outputPaths, rescuedDirectory, temporaryDirectory } from '#storage/files/paths.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { Disk } from '../studio/disk.ts';
import type { OpenWorkspace } from '../workspace.ts';
import type { Protection } from './protection.ts';
import type { ConnectionKeeper } from './watch-connection.ts';

/** More than this is not asked for: it is plenty. */
const ROOM_LIMIT_BYTES = 10e9;

export interface DiskTools {
  readonly workspace: OpenWorkspace;
  readonly assets: Pick<AssetLibrary, 'importFiles' | 'remove'>;
  readonly client: DiskClient;
  readonly connection: ConnectionKeeper;
  readonly protection: Protection;
}

export function createDisk({ workspace, assets, client, connection, protection }: DiskTools): Disk {
  const { settings, trash } = workspace;
  const rescuedPath = (name: string) => `${rescuedDirectory(workspace.id)}/${name}`;

  async function rescued(name: string): Promise<File> {
    const file = await readFile(rescuedPath(name));
    if (file) return file;
    throw new StudioError('not-found', 'This file is no longer there.', { rule: 'file exists', value: name });
  }

  return {
    onVanished: connection.onVanished,
    usage: () => workspace.usage(),
    async room() {
      const [found, { quota = 0, usage = 0 }] = await Promise.all([
        client.findRoom(temporaryDirectory(workspace.id), ROOM_LIMIT_BYTES),
        navigator.storage.estimate(),
      ]);
      return { ...found, claimedBytes: quota - usage };
    },
    restore: async (id) => void (await trash.restore(id)),
    async erase(ids) {
      const wanted = (await trash.list()).filter(({ id }) => ids.includes(id));
      await eraseTrashed(workspace, wanted);
    },
    async removeUnusedMedia() {
      const unused = (await workspace.usage()).media.filter(({ usedIn }) => usedIn.length === 0);
      for (const { id } of unused) await assets.remove(id);
      return unused.length;
    },
    forgetAnalyses: () => workspace.forgetAnalyses(),
    rescued,
    removeRescued: (name) => removeFile(rescuedPath(name)),
    async importRescued(name, title) {
      const [outcome] = await assets.importFiles([new File([await rescued(name)], title)]);
      if (outcome && !outcome.ok) throw outcome.error;
      await removeFile(rescuedPath(name));
    },
    resultDays: async () => (await settings.get('keeping'))?.resultDays ?? null,
    keepResults: async (resultDays) => settings.set('keeping', { resultDays }),
    isProtected: protection.isProtected,
    protect: protection.protect,
  };
}

/** Rows first: files that are left behind without a row are swept. */
export async function eraseTrashed(workspace: OpenWorkspace, items: readonly TrashItem[]): Promise<void> {
  await workspace.trash.remove(items.map(({ id }) => id));
  // Not each file by name: an import may have brought the same bytes back meanwhile.
  if (items.some(({ kind }) => kind === 'asset')) await workspace.sweep();
  const exports = items.filter(({ kind }) => kind === 'export');
  await Promise.all(exports.map(({ id }) => removeVideo(workspace.id, id)));
}

export async function removeVideo(workspaceId: string, jobId: string): Promise<void> {
  const { video, thumbnail } = outputPaths(workspaceId, jobId);
  await Promise.all([removeFile(video), removeFile(thumbnail)]);
}
