import { z } from 'zod';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import type { RenderJob } from '#core/job/job.ts';
import type { Filing } from '#core/library/filing.ts';
import type { Folder } from '#core/library/folders.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import type { Project } from '#core/project/project.ts';
import type { OwnFont } from '#core/text/own-font.ts';
import { type ArchiveTable, archivedVideoPaths } from '#core/workspace/archive-layout.ts';
import { readAsset } from '../asset-store.ts';
import type { BeatGridRow, FilmstripRow, PeaksRow, ThumbnailRow } from '../database.ts';
import { readFont } from '../font-store.ts';
import {
  archivedFilmstripSchema,
  archivedPeaksSchema,
  archivedPicture,
  archivedSettingSchema,
  archivedThumbnailSchema,
  base64Of,
} from '../schema/archive.ts';
import { contentHashSchema } from '../schema/asset.ts';
import { beatGridSchema } from '../schema/beat-grid.ts';
import { checkRow } from '../schema/checked.ts';
import { type HighlightRow, highlightSchema } from '../schema/highlights.ts';
import { jobSchema } from '../schema/job.ts';
import { filingSchema, folderSchema } from '../schema/library.ts';
import { readProject } from '../schema/project.ts';
import type { SettingRow } from '../settings-store.ts';

/** The rows of an archive as they are stored. */
export interface ArchivedRows {
  readonly assets: MediaAsset;
  readonly thumbnails: ThumbnailRow;
  readonly filmstrips: FilmstripRow;
  readonly peaks: PeaksRow;
  readonly highlights: HighlightRow;
  readonly beatGrids: BeatGridRow;
  readonly folders: Folder;
  readonly filings: Filing;
  readonly projects: Project;
  readonly jobs: RenderJob;
  readonly fonts: OwnFont;
  readonly settings: SettingRow;
}

export interface TableFormat<Row> {
  /** As JSON. */
  pack(row: Row): unknown | Promise<unknown>;
  /** Checked, and brought to the present schema. @throws StudioError `storage-failed`, `state-conflict`. */
  read(value: unknown): Row;
}

const beatRow: z.ZodType<{ readonly hash: string; readonly grid: BeatGrid }> = z.object({
  hash: contentHashSchema,
  grid: beatGridSchema,
});

/** How each table's rows stand in an archive. What is read has passed the schemas of the stored rows. */
export const TABLE_FORMATS: { readonly [Table in ArchiveTable]: TableFormat<ArchivedRows[Table]> } = {
  assets: { pack: asItIs, read: readAsset },
  thumbnails: {
    pack: async ({ assetId, picture }) => ({ assetId, picture: await archivedPicture(picture) }),
    read: checking(archivedThumbnailSchema, 'thumbnails'),
  },
  filmstrips: {
    pack: async ({ assetId, pictures }) => ({ assetId, pictures: await Promise.all(pictures.map(archivedPicture)) }),
    read: checking(archivedFilmstripSchema, 'filmstrips'),
  },
  peaks: {
    pack: ({ assetId, peaks }) => ({
      assetId,
      peaks: base64Of(new Uint8Array(peaks.buffer, peaks.byteOffset, peaks.byteLength)),
    }),
    read: checking(archivedPeaksSchema, 'peaks'),
  },
  highlights: { pack: asItIs, read: checking(highlightSchema, 'highlights') },
  beatGrids: { pack: asItIs, read: checking(beatRow, 'beatGrids') },
  folders: { pack: asItIs, read: checking(folderSchema, 'folders') },
  filings: { pack: asItIs, read: checking(filingSchema, 'filings') },
  projects: { pack: asItIs, read: readProject },
  jobs: {
    // Where its files lie is each workspace's own.
    pack: (job) => withFiles(job, archivedVideoPaths(job.id)),
    read: checking(jobSchema, 'jobs'),
  },
  fonts: { pack: asItIs, read: readFont },
  settings: { pack: asItIs, read: checking(archivedSettingSchema, 'settings') },
};

/** A finished job whose files lie at these paths. */
export function withFiles(job: RenderJob, paths: { readonly video: string; readonly thumbnail: string }): RenderJob {
  if (!job.output) return job;
  return { ...job, output: { ...job.output, videoFile: paths.video, thumbnailFile: paths.thumbnail } };
}

function asItIs<Row>(row: Row): Row {
  return row;
}

function checking<Row>(schema: z.ZodType<Row>, table: string): (value: unknown) => Row {
  return (value) => checkRow(schema, value, table);
}
