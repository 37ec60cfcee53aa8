import { Dexie, type Table } from 'dexie';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import type { RenderJob } from '#core/job/job.ts';
import type { Arrival } from '#core/library/arrival.ts';
import type { Filing } from '#core/library/filing.ts';
import type { Folder } from '#core/library/folders.ts';
import type { AuditEntry } from '#core/log/audit-entry.ts';
import type { LogEntry } from '#core/log/log-entry.ts';
import type { AssetId, ContentHash, MediaAsset } from '#core/media/asset.ts';
import type { Run } from '#core/metrics/run.ts';
import type { Project } from '#core/project/project.ts';
import type { Queue } from '#core/queue/queue.ts';
import type { PartIndex, RenderPart } from '#core/render/render-part.ts';
import type { OwnFont } from '#core/text/own-font.ts';
import type { HighlightRow } from './schema/highlights.ts';
import type { SettingRow } from './settings-store.ts';
import type { TrashRow } from './trash-store.ts';

/** A small picture for lists. In a table of its own, so that reading assets stays light. */
export interface ThumbnailRow {
  readonly assetId: AssetId;
  readonly picture: Blob;
}

/** Small pictures of a clip, in order. */
export interface FilmstripRow {
  readonly assetId: AssetId;
  readonly pictures: readonly Blob[];
}

/** The waveform of a track, beside its asset. */
export interface PeaksRow {
  readonly assetId: AssetId;
  readonly peaks: Float32Array;
}

/** A clip in little, that moves, by its bytes. */
export interface AnimationRow {
  readonly hash: ContentHash;
  readonly version: number;
  readonly picture: Blob;
}

/** What was heard in a track, by its bytes. */
export interface BeatGridRow {
  readonly hash: ContentHash;
  readonly grid: BeatGrid;
}

export function databaseName(workspaceId: string): string {
  return `studio-${workspaceId}`;
}

/**
 * The rows of one workspace. What is read from here has not been checked: use the stores.
 * Commits wait for the disk (`strict`): Chromium's own default loses the last seconds in a power cut.
 */
export class WorkspaceDatabase extends Dexie {
  declare readonly assets: Table<MediaAsset, AssetId>;
  declare readonly thumbnails: Table<ThumbnailRow, AssetId>;
  declare readonly filmstrips: Table<FilmstripRow, AssetId>;
  declare readonly highlights: Table<HighlightRow, ContentHash>;
  declare readonly animations: Table<AnimationRow, ContentHash>;
  declare readonly peaks: Table<PeaksRow, AssetId>;
  declare readonly beatGrids: Table<BeatGridRow, ContentHash>;
  declare readonly projects: Table<Project, string>;
  declare readonly jobs: Table<RenderJob, string>;
  declare readonly log: Table<LogEntry, number>;
  declare readonly audit: Table<AuditEntry, number>;
  declare readonly runs: Table<Run, number>;
  declare readonly segments: Table<RenderPart, [string, PartIndex]>;
  declare readonly queue: Table<Queue, Queue['id']>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly folders: Table<Folder, string>;
  declare readonly filings: Table<Filing, AssetId>;
  declare readonly arrivals: Table<Arrival, string>;
  declare readonly fonts: Table<OwnFont, ContentHash>;
  declare readonly trash: Table<TrashRow, string>;

  constructor(workspaceId: string) {
    super(databaseName(workspaceId), { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      assets: 'id, &hash, importedAt',
      thumbnails: 'assetId',
      peaks: 'assetId',
      projects: 'id, updatedAt',
      jobs: 'id, status, createdAt',
    });
    this.version(2).stores({ filmstrips: 'assetId', highlights: 'hash', beatGrids: 'hash' });
    this.version(3).stores({
      log: '++id, at',
      audit: '++id, at',
      runs: '++id, finishedAt, &[jobId+startedAt]',
      queue: 'id',
      segments: '[jobId+index], jobId',
      settings: 'id',
      trash: 'id',
    });
    // Rows stay as they are: what they lack has a default in the schemas, and an asset without a filing lies in no folder.
    this.version(4).stores({
      assets: 'id, &hash, importedAt, facts.kind',
      folders: 'id',
      filings: 'assetId, folderId',
      arrivals: 'id',
      trash: 'id, row.hash',
    });
    this.version(5).stores({ animations: 'hash' });
    this.version(6).stores({ fonts: 'hash' });
  }
}
