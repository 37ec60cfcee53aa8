import { z } from 'zod';
import { type BatchCells, type BatchFile, DEFAULT_BASE, MOST_BATCH_ROWS, mediaNames } from '#core/batch/batch-row.ts';
import type { BatchVideo } from '#core/batch/batch-run.ts';
import { fileFinder, type RefusedFile } from '#core/batch/find-file.ts';
import { checkDraft, planRun } from '#core/batch/plan-run.ts';
import { baseProject } from '#core/batch/row-project.ts';
import { type ErrorRecord, toStudioError } from '#core/errors.ts';
import type { RenderJob } from '#core/job/job.ts';
import { isSceneList, type RenderDocument } from '#core/job/render-document.ts';
import { QUALITY_MODES, VIDEO_FORMATS } from '#core/render/settings.ts';
import { STYLE_NAMES } from '#core/style/style.ts';
import { readCsvFile } from '../batch/read-csv-file.ts';
import type { Studio } from '../studio.ts';
import { type FileInput, mediaInputSchema } from './arguments.ts';
import { assetOf, fileOf } from './media-input.ts';
import { unfinishedExport } from './process.ts';

const cell = z.string().default('');

export const batchSchema = z.strictObject({
  /** As `readBatch` gives them: every cell is text, and an empty one leaves it open. */
  rows: z
    .array(z.object({ hook: cell, media: cell, track: cell, name: cell, length: cell, style: cell, format: cell }))
    .min(1)
    .max(MOST_BATCH_ROWS),
  /** By the names in the rows. A row whose file is not there fails alone. */
  files: z.record(z.string(), mediaInputSchema).default({}),
  style: z.enum(STYLE_NAMES).default(DEFAULT_BASE.style),
  format: z.enum(VIDEO_FORMATS).default(DEFAULT_BASE.format),
  quality: z.enum(QUALITY_MODES).default(DEFAULT_BASE.quality),
  /** Goes on with exports of the same rows that have not ended yet, where there are any, instead of starting others. */
  resume: z.boolean().default(false),
});
export type BatchInput = z.input<typeof batchSchema>;
export type BatchRequest = z.output<typeof batchSchema>;

export interface BatchTableAnswer {
  readonly rows: readonly BatchCells[];
  /** Every name of a file in them, each once. */
  readonly files: readonly string[];
  /** Columns that say nothing about a video: they are left out. */
  readonly unknownColumns: readonly string[];
}

/** What became of one row. */
export interface BatchRowAnswer {
  /** In the table, from 1. */
  readonly row: number;
  /** For the video's file, without its ending: safe, and no two alike. */
  readonly fileName: string;
  readonly hook: string;
  /** Null where the row was refused. */
  readonly jobId: string | null;
  /** True where the job was there already. */
  readonly resumed: boolean;
  readonly error: ErrorRecord | null;
}

/** @throws StudioError `input-invalid` naming line and column. */
export async function readBatchForScript(csv: FileInput): Promise<BatchTableAnswer> {
  const { rows, unknownColumns } = await readCsvFile(await fileOf(csv, 'csv'));
  const names = rows.flatMap(({ media, track }) => [...mediaNames(media), ...(track === '' ? [] : [track])]);
  return { rows, files: [...new Set(names)], unknownColumns };
}

/** Imports the files, each once, and queues a video of each row; each fails alone. */
export async function batchForScript(studio: Studio, request: BatchRequest): Promise<BatchRowAnswer[]> {
  const { style, format, quality } = request;
  const { files, refused } = await importAll(studio, request);
  const rows = request.rows.map((cells, index) => ({ ...cells, id: String(index) }));
  const base = baseProject(
    await studio.brand.dress(studio.projects.draft()),
    { projectId: null, style, format, quality },
    null,
  );
  const run = planRun(checkDraft({ rows }, fileFinder(files, refused), null), base, Date.now(), () =>
    crypto.randomUUID(),
  );
  const taken = new Set<string>();
  const answers: BatchRowAnswer[] = [];
  for (const video of run.videos) answers.push(await queueVideo(studio, video, request.resume, taken));
  return answers;
}

async function importAll({ assets }: Studio, request: BatchRequest) {
  const files: BatchFile[] = [];
  const refused: RefusedFile[] = [];
  for (const [name, input] of Object.entries(request.files)) {
    try {
      const asset = await assetOf(assets, input, `files.${name}`);
      files.push({ name, assetId: asset.id, kind: asset.facts.kind });
    } catch (thrown) {
      refused.push({ name, reason: toStudioError(thrown).message });
    }
  }
  return { files, refused };
}

/** @param taken jobs that another row of this batch has. */
async function queueVideo(
  studio: Studio,
  { row, fileName, hook, document, error }: BatchVideo,
  resume: boolean,
  taken: Set<string>,
): Promise<BatchRowAnswer> {
  const answer = { row, fileName, hook, jobId: null, resumed: false, error };
  if (!document) return answer;
  try {
    const unfinished = resume ? await unfinishedExport(studio, (job) => withSeedOf(job, document)) : null;
    const resumed = unfinished !== null && !taken.has(unfinished.id);
    const jobId = resumed ? unfinished.id : (await studio.exports.start(document))[0].id;
    taken.add(jobId);
    return { ...answer, jobId, resumed };
  } catch (thrown) {
    return { ...answer, error: toStudioError(thrown).toRecord() };
  }
}

/** The seed is by chance, another in each request: then any will do. */
function withSeedOf({ project }: RenderJob, document: RenderDocument): RenderDocument {
  return isSceneList(project) || isSceneList(document) ? document : { ...document, seed: project.seed };
}
