import { type StudioError, toStudioError } from '#core/errors.ts';
import { addTag, removeTag, tidyName } from '#core/library/filing.ts';
import { addFolder, moveFolder, pathOf, renameFolder } from '#core/library/folders.ts';
import { whereUsed } from '#core/library/where-used.ts';
import type { AssetId } from '#core/media/asset.ts';
import { NO_BRAND } from '#core/project/brand.ts';
import { whenNobodyBringsFiles } from '#storage/files/file-lock.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { DiscardOutcome, Library } from '../studio/library.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { fileSizes } from './file-sizes.ts';
import { importWithArrivals } from './import-with-arrivals.ts';

/** @param media brings files in. */
export function createLibrary(
  workspace: OpenWorkspace,
  media: Pick<AssetLibrary, 'importFiles' | 'importAddresses'>,
): Library {
  const { assets, arrivals, library, projects, jobs, trash, settings } = workspace;
  return {
    folders: () => library.folders(),
    filings: () => library.filings(),
    arrivals: () => arrivals.list(),
    async importFiles(files, options) {
      const sizes = await fileSizes(files);
      const expected = files.map(({ name, webkitRelativePath }, index) => ({
        name,
        source: options?.source ?? ({ kind: 'file', path: webkitRelativePath } as const),
        bytes: sizes[index] ?? null,
      }));
      return await importWithArrivals(workspace, expected, (each) => media.importFiles(files, each), options);
    },
    importAddresses: (addresses, options) =>
      importWithArrivals(
        workspace,
        addresses.map((address) => ({ name: address, source: { kind: 'url', address }, bytes: null })),
        (each) => media.importAddresses(addresses, each),
        options,
      ),
    dismissArrivals: (ids) => arrivals.remove(ids),
    whereUsed: async () =>
      whereUsed({
        projects: await projects.list(),
        trashedProjects: await trash.projects(),
        jobs: await jobs.list(),
        brand: (await settings.get('brand')) ?? NO_BRAND,
      }),
    rename: async (id, name) => void (await assets.rename(id, tidyName(name))),
    setFavourite: (ids, isFavourite) => library.refile(ids, (filing) => ({ ...filing, isFavourite })),
    addTag: (ids, tag) => library.refile(ids, (filing) => addTag(filing, tag)),
    removeTag: (ids, tag) => library.refile(ids, (filing) => removeTag(filing, tag)),
    async moveTo(ids, folderId) {
      // Refuses a folder that is gone.
      pathOf(await library.folders(), folderId);
      await library.refile(ids, (filing) => ({ ...filing, folderId }));
    },
    async createFolder(name, parentId) {
      const id = crypto.randomUUID();
      await library.changeFolders((folders) => addFolder(folders, { id, name, parentId }));
      return id;
    },
    renameFolder: (id, name) => library.changeFolders((folders) => renameFolder(folders, id, name)),
    moveFolder: (id, parentId) => library.changeFolders((folders) => moveFolder(folders, id, parentId)),
    removeFolder: (id) => library.removeFolder(id),
    discard: (ids) => discard(workspace, ids),
  };
}

async function discard({ trash }: OpenWorkspace, ids: readonly AssetId[]): Promise<DiscardOutcome> {
  const discarded: AssetId[] = [];
  const refused: { readonly id: AssetId; readonly error: StudioError }[] = [];
  const now = Date.now();
  for (const id of ids) {
    try {
      await trash.discardAsset(id, now);
      discarded.push(id);
    } catch (thrown) {
      refused.push({ id, error: toStudioError(thrown) });
    }
  }
  return { discarded, refused };
}

/** Imports of tabs that are gone. Another tab that brings files in right now keeps its own. */
export async function endImportsCutShort({ id, arrivals }: OpenWorkspace): Promise<void> {
  await whenNobodyBringsFiles(id, () => arrivals.endAll(Date.now()));
}
