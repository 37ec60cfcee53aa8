import { StudioError } from '#core/errors.ts';
import type { AssetId, MediaAsset, MediaKind } from '#core/media/asset.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { FileInput, MediaInput } from './arguments.ts';

/** The asset that an argument means: imported where it is not in the library yet. @throws StudioError. */
export async function assetOf(assets: AssetLibrary, input: MediaInput, field: string): Promise<MediaAsset> {
  if (typeof input === 'object' && 'assetId' in input) return await knownAsset(assets, input.assetId);
  const [outcome] = await assets.importFiles([await fileOf(input, field)]);
  if (!outcome) throw new StudioError('unexpected', `The import of ${field} gave no answer.`);
  if (!outcome.ok) throw outcome.error;
  return outcome.asset;
}

/** As `assetOf`, for a place that takes only some kinds. */
export async function assetOfKind(
  assets: AssetLibrary,
  input: MediaInput,
  field: string,
  ...kinds: MediaKind[]
): Promise<MediaAsset> {
  const asset = await assetOf(assets, input, field);
  if (kinds.includes(asset.facts.kind)) return asset;
  const needed = kinds.join(' or ');
  throw new StudioError(
    'input-invalid',
    `${asset.name} (${field}) is ${asset.facts.kind}; ${needed} is needed there.`,
    {
      file: asset.name,
      rule: `${field} is ${needed}`,
      value: asset.facts.kind,
    },
  );
}

/** An asset by its id, or a file that need not be imported. */
export async function mediaOf(input: MediaInput, field: string): Promise<AssetId | File> {
  return typeof input === 'object' && 'assetId' in input ? input.assetId : await fileOf(input, field);
}

/** @param field names a blob that has no name of its own. */
export async function fileOf(input: FileInput, field: string): Promise<File> {
  if (input instanceof File) return input;
  if (input instanceof Blob) return new File([input], field);
  return await download(input);
}

async function knownAsset(assets: AssetLibrary, id: AssetId): Promise<MediaAsset> {
  const asset = (await assets.lookup([id])).get(id);
  if (asset) return asset;
  throw new StudioError('not-found', 'There is no such asset in the library.', { rule: 'asset exists', value: id });
}

async function download(address: string): Promise<File> {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) {
    throw new StudioError('input-invalid', `${url.href} is on another origin; only ${location.origin} is read.`, {
      rule: 'same-origin URL',
      value: url.origin,
    });
  }
  const response = await fetch(url);
  if (!response.ok) {
    throw new StudioError('not-found', `${url.pathname} could not be loaded (HTTP ${response.status}).`, {
      file: url.pathname,
      rule: 'URL answers',
      value: response.status,
    });
  }
  return new File([await response.blob()], decodeURIComponent(url.pathname.split('/').at(-1) ?? 'download'));
}
