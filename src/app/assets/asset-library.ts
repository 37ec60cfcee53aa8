import { StudioError } from '#core/errors.ts';
import type { AssetId, MediaAsset } from '#core/media/asset.ts';
import { readFile } from '#storage/files/file-system.ts';
import { mediaPath } from '#storage/files/paths.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { importAddresses } from './import-addresses.ts';
import { importFiles } from './import-files.ts';
import type { ImportTools } from './import-one.ts';

export function createAssetLibrary(tools: ImportTools): AssetLibrary {
  const { workspace } = tools;
  return {
    importFiles: (files, options) => importFiles(tools, files, options),
    importAddresses: (addresses, options) => importAddresses(tools, addresses, options),
    list: (kind) => workspace.assets.list(kind),
    lookup: (ids) => workspace.assets.lookup(ids),
    thumbnail: (id) => workspace.assets.thumbnail(id),
    filmstrip: (id) => workspace.assets.filmstrip(id),
    peaks: (id) => workspace.assets.peaks(id),
    file: async (id) => storedFile(workspace, await workspace.assets.get(id)),
    playable: async (id) => {
      const asset = await workspace.assets.get(id);
      return storedFile(workspace, { ...asset, ...asset.rendition });
    },
    remove: (id) => removeAsset(workspace, id),
  };
}

/** The stored bytes under the name with which they came. @throws StudioError `not-found`. */
async function storedFile(workspace: OpenWorkspace, asset: MediaAsset): Promise<File> {
  const stored = await readFile(mediaPath(workspace.id, asset.hash));
  if (!stored) throw fileGone(asset);
  return new File([stored], asset.name, { type: asset.mimeType, lastModified: asset.importedAt });
}

async function removeAsset(workspace: OpenWorkspace, id: AssetId): Promise<void> {
  await workspace.assets.remove(id);
  // Not this file by name: an import may have brought the same bytes back meanwhile.
  await workspace.sweep();
}

function fileGone(asset: MediaAsset): StudioError {
  return new StudioError(
    'not-found',
    `The file of ${asset.name} is gone from this browser's storage. Delete it in the library and add it again.`,
    { file: asset.name, rule: 'file of an asset exists', value: 'missing' },
  );
}
