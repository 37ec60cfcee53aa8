import { StudioError } from '#core/errors.ts';
import { assetsOfDocument, type RenderDocument } from '#core/job/render-document.ts';
import type { AssetId, MediaAsset, MediaKind } from '#core/media/asset.ts';
import type { WorkspaceDatabase } from './database.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { assetSchema } from './schema/asset.ts';
import { checkRow } from './schema/checked.ts';
import { readDocument } from './schema/render-document.ts';
import { namingErrors } from './storage-error.ts';
import { projectsInTrash } from './trash-store.ts';

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

  /** Commits an asset, or gives back the one that already has these bytes. */
  add({ asset, thumbnail, filmstrip, peaks }: NewAsset): Promise<MediaAsset> {
    const { assets, thumbnails, filmstrips, peaks: waveforms } = this.database;
    const work = this.database.transaction('rw', [assets, thumbnails, filmstrips, waveforms], async () => {
      const known = await assets.where('hash').equals(asset.hash).first();
      if (known) return read(known);
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
    return read(row);
  }

  /** Newest first. */
  async list(kind?: MediaKind): Promise<MediaAsset[]> {
    const rows = await this.database.assets.orderBy('importedAt').reverse().toArray();
    const assets = readable(rows, read, this.problems);
    return kind ? assets.filter((asset) => asset.facts.kind === kind) : assets;
  }

  /** Those of `ids` that are there. */
  async lookup(ids: readonly AssetId[]): Promise<Map<AssetId, MediaAsset>> {
    const rows = await this.database.assets.bulkGet([...ids]);
    const found = readable(
      rows.filter((row) => row !== undefined),
      read,
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

  /**
   * Removes the rows of an asset; its bytes are the caller's to delete afterwards.
   * @throws StudioError `not-found`, or `state-conflict` while a project or a waiting render uses it.
   */
  remove(id: AssetId): Promise<MediaAsset> {
    const { assets, thumbnails, filmstrips, highlights, peaks, beatGrids, projects, jobs, trash } = this.database;
    const tables = [assets, thumbnails, filmstrips, highlights, peaks, beatGrids, projects, jobs, trash];
    const work = this.database.transaction('rw', tables, async () => {
      const asset = await this.get(id);
      const open = await jobs.where('status').anyOf('pending', 'processing').toArray();
      const documents = [...(await projects.toArray()), ...open.map((job) => job.project)];
      const uses = (document: RenderDocument) => assetsOfDocument(document).includes(id);
      const user = readable(documents, readDocument, this.problems).find(uses);
      const trashed = projectsInTrash(await trash.toArray(), this.problems).find(uses);
      if (!user && trashed) throw usedInTrash(asset, trashed);
      if (user) {
        throw new StudioError(
          'state-conflict',
          `${asset.name} is used in “${user.name}”. Remove it there first, then delete it.`,
          { file: asset.name, rule: 'not used by a project', value: user.name },
        );
      }
      await Promise.all([
        ...[assets, thumbnails, filmstrips, peaks].map((table) => table.delete(id)),
        ...[highlights, beatGrids].map((table) => table.delete(asset.hash)),
      ]);
      return asset;
    });
    return namingErrors(work);
  }
}

function read(row: unknown): MediaAsset {
  return checkRow(assetSchema, row, 'assets');
}

function usedInTrash(asset: MediaAsset, { name }: RenderDocument): StudioError {
  return new StudioError(
    'state-conflict',
    `${asset.name} is used in “${name}”, which is in the trash. Delete that for good first, or bring it back and remove the file there.`,
    { file: asset.name, rule: 'not used by a project', value: name },
  );
}

function assetNotFound(id: AssetId): StudioError {
  return new StudioError('not-found', 'This file is no longer in the library. Add it again.', {
    rule: 'asset exists',
    value: id,
  });
}
