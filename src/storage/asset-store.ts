import type { Table } from 'dexie';
import { StudioError } from '#core/errors.ts';
import { assetsOfDocument, type RenderDocument } from '#core/job/render-document.ts';
import type { AssetId, ContentHash, MediaAsset, MediaKind } from '#core/media/asset.ts';
import { assetsOfBrand } from '#core/project/brand.ts';
import type { WorkspaceDatabase } from './database.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { projectsInTrash } from './projects-in-trash.ts';
import { assetSchema } from './schema/asset.ts';
import { checkRow } from './schema/checked.ts';
import { readDocument } from './schema/render-document.ts';
import { SettingsStore } from './settings-store.ts';
import { namingErrors } from './storage-error.ts';

export interface NewAsset {
  readonly asset: MediaAsset;
  readonly thumbnail: Blob | null;
  readonly filmstrip: readonly Blob[];
  readonly peaks: Float32Array | null;
}

/** Rows of imported media. */
export class AssetStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  /** Commits an asset, or gives back the one that already has these bytes: out of the trash, where it lies there. */
  add({ asset, thumbnail, filmstrip, peaks }: NewAsset): Promise<MediaAsset> {
    const { assets, thumbnails, filmstrips, peaks: waveforms, trash } = this.database;
    const work = this.database.transaction('rw', [assets, thumbnails, filmstrips, waveforms, trash], async () => {
      const known = (await assets.where('hash').equals(asset.hash).first()) ?? (await this.#fromTrash(asset.hash));
      if (known) return readAsset(known);
      await assets.add(asset);
      if (thumbnail) await thumbnails.add({ assetId: asset.id, picture: thumbnail });
      if (filmstrip.length > 0) await filmstrips.add({ assetId: asset.id, pictures: filmstrip });
      if (peaks) await waveforms.add({ assetId: asset.id, peaks });
      return asset;
    });
    return namingErrors(work, asset.name);
  }

  /** @throws StudioError `not-found`. */
  async get(id: AssetId): Promise<MediaAsset> {
    const row = await this.database.assets.get(id);
    if (row === undefined) throw assetNotFound(id);
    return readAsset(row);
  }

  /** Newest first. */
  async list(kind?: MediaKind): Promise<MediaAsset[]> {
    const { assets } = this.database;
    const rows = kind
      ? (await assets.where('facts.kind').equals(kind).sortBy('importedAt')).reverse()
      : await assets.orderBy('importedAt').reverse().toArray();
    return readable(rows, readAsset, this.problems);
  }

  /** Those of `ids` that are there. */
  async lookup(ids: readonly AssetId[]): Promise<Map<AssetId, MediaAsset>> {
    const rows = await this.database.assets.bulkGet([...ids]);
    const found = readable(
      rows.filter((row) => row !== undefined),
      readAsset,
      this.problems,
    );
    return new Map(found.map((asset) => [asset.id, asset]));
  }

  async thumbnail(id: AssetId): Promise<Blob | null> {
    return (await this.database.thumbnails.get(id))?.picture ?? null;
  }

  async filmstrip(id: AssetId): Promise<readonly Blob[]> {
    return (await this.database.filmstrips.get(id))?.pictures ?? [];
  }

  async peaks(id: AssetId): Promise<Float32Array | null> {
    return (await this.database.peaks.get(id))?.peaks ?? null;
  }

  /** @throws StudioError `not-found`, `disk-full`. */
  rename(id: AssetId, name: string): Promise<MediaAsset> {
    const { assets } = this.database;
    const work = this.database.transaction('rw', assets, async () => {
      const renamed = { ...(await this.get(id)), name };
      await assets.put(renamed);
      return renamed;
    });
    return namingErrors(work, name);
  }

  /**
   * Takes the row of an asset out of its table, and leaves all that is beside it.
   * @throws StudioError `not-found`, or `state-conflict` while a project, a waiting render or the brand kit uses it.
   */
  takeOut(id: AssetId): Promise<MediaAsset> {
    const { assets, projects, jobs, trash, settings } = this.database;
    const work = this.database.transaction('rw', [assets, projects, jobs, trash, settings], async () => {
      const asset = await this.get(id);
      const open = await jobs.where('status').anyOf('pending', 'processing').toArray();
      const documents = [...(await projects.toArray()), ...open.map((job) => job.project)];
      const uses = (document: RenderDocument) => assetsOfDocument(document).includes(id);
      const user = readable(documents, readDocument, this.problems).find(uses);
      const trashed = projectsInTrash(await trash.toArray(), this.problems).find(uses);
      if (!user && trashed) throw usedInTrash(asset, trashed);
      const kit = await new SettingsStore(this.database).get('brand');
      if (!user && kit && assetsOfBrand(kit).includes(id)) throw usedInBrand(asset);
      if (user) {
        throw new StudioError(
          'state-conflict',
          `${asset.name} is used in “${user.name}”. Remove it there first, then delete it.`,
          { file: asset.name, rule: 'not used by a project', value: user.name },
        );
      }
      await assets.delete(id);
      return asset;
    });
    return namingErrors(work);
  }

  /**
   * Removes the rows of an asset; its bytes are the caller's to delete afterwards.
   * @throws as `takeOut`
   */
  remove(id: AssetId): Promise<MediaAsset> {
    const { assets, projects, jobs, trash, settings } = this.database;
    const tables = [assets, projects, jobs, trash, settings, ...tablesBesideAssets(this.database)];
    const work = this.database.transaction('rw', tables, async () => {
      const asset = await this.takeOut(id);
      await this.forget(asset);
      return asset;
    });
    return namingErrors(work);
  }

  /** Removes what is beside an asset whose own row is gone: pictures, waveform, place in the library, analyses. */
  forget({ id, hash }: Pick<MediaAsset, 'id' | 'hash'>): Promise<void> {
    const { thumbnails, filmstrips, peaks, filings, highlights, beatGrids, animations } = this.database;
    const work = this.database.transaction('rw', tablesBesideAssets(this.database), async () => {
      await Promise.all([
        ...[thumbnails, filmstrips, peaks, filings].map((table) => table.delete(id)),
        ...[highlights, beatGrids, animations].map((table) => table.delete(hash)),
      ]);
    });
    return namingErrors(work);
  }

  /** Part of `add`'s transaction. */
  async #fromTrash(hash: ContentHash): Promise<unknown> {
    const { assets, trash } = this.database;
    const found = await trash.where('row.hash').equals(hash).first();
    if (found?.kind !== 'asset') return undefined;
    await assets.add(found.row);
    await trash.delete(found.id);
    return found.row;
  }
}

/** What `AssetStore.forget` needs in its transaction. */
export function tablesBesideAssets({
  thumbnails,
  filmstrips,
  peaks,
  filings,
  highlights,
  beatGrids,
  animations,
}: WorkspaceDatabase): Table[] {
  return [thumbnails, filmstrips, peaks, filings, highlights, beatGrids, animations];
}

export function readAsset(row: unknown): MediaAsset {
  return checkRow(assetSchema, row, 'assets');
}

function usedInTrash(asset: MediaAsset, { name }: RenderDocument): StudioError {
  return new StudioError(
    'state-conflict',
    `${asset.name} is used in “${name}”, which is in the trash. Delete that for good first, or bring it back and remove the file there.`,
    { file: asset.name, rule: 'not used by a project', value: name },
  );
}

function usedInBrand({ name }: MediaAsset): StudioError {
  return new StudioError(
    'state-conflict',
    `${name} is in the brand kit of this workspace. Choose another logo or frame there first, then delete it.`,
    { file: name, rule: 'not used by the brand kit', value: name },
  );
}

function assetNotFound(id: AssetId): StudioError {
  return new StudioError('not-found', 'This file is no longer in the library. Add it again.', {
    rule: 'asset exists',
    value: id,
  });
}
