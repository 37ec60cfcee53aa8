import type { DiskClient } from '#clients/disk-client.ts';
import type { BatchDraft } from '#core/batch/batch-row.ts';
import { type BatchRun, batchProgress, stateOfVideo } from '#core/batch/batch-run.ts';
import { fileFinder } from '#core/batch/find-file.ts';
import { checkDraft, planRun } from '#core/batch/plan-run.ts';
import { baseProject } from '#core/batch/row-project.ts';
import { sizeInWords } from '#core/disk/size-in-words.ts';
import { StudioError } from '#core/errors.ts';
import type { Project } from '#core/project/project.ts';
import { openDirectory } from '#storage/files/file-system.ts';
import { splitPath } from '#storage/files/paths.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { BatchArchive, Batches, SavingOptions } from '../studio/batches.ts';
import type { Brand } from '../studio/brand.ts';
import type { Exports } from '../studio/exports.ts';
import type { ProjectShelf } from '../studio/projects.ts';
import type { ResultFiles } from '../tools/result-files.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { queueRun } from './queue-run.ts';
import type { BatchOutput } from './save-videos.ts';

export interface BatchTools {
  readonly workspace: Pick<OpenWorkspace, 'id' | 'settings'>;
  readonly exports: Exports;
  readonly projects: Pick<ProjectShelf, 'draft' | 'list'>;
  readonly brand: Pick<Brand, 'dress'>;
  readonly assets: Pick<AssetLibrary, 'lookup'>;
  readonly disk: Pick<DiskClient, 'hasRoom'>;
  readonly files: ResultFiles;
}

/** For the archive's own tables and the report, in bytes. */
const ARCHIVE_SPARE_BYTES = 1e6;

export function createBatches(tools: BatchTools): Batches {
  const { exports, files } = tools;
  const { settings } = tools.workspace;
  const queueing = { settings, exports, workspaceId: tools.workspace.id };
  const output = async (): Promise<BatchOutput> => {
    const run = await settings.get('batchRun');
    if (!run) throw new StudioError('not-found', 'There is no batch to save.', { rule: 'a batch', value: 0 });
    return await (await saving()).outputOf(run, exports);
  };
  return {
    draft: () => settings.get('batchDraft'),
    saveDraft: (draft) => settings.set('batchDraft', draft),
    run: () => settings.get('batchRun'),
    async start(draft) {
      const run = await runOf(tools, draft);
      const before = await settings.get('batchRun');
      if (before && !(await hasEnded(exports, before))) throw stillRunning();
      await settings.set('batchRun', run);
      await queueRun(queueing);
    },
    goOn: () => queueRun(queueing),
    async cancel() {
      const run = await settings.change('batchRun', (now) => now && withoutQueueing(now));
      const open = (await jobsOf(exports, run)).filter(({ status }) => status === 'pending' || status === 'processing');
      for (const { id } of open) await exports.cancel(id).catch(unlessEnded);
    },
    async retry() {
      const jobs = await jobsOf(exports, await settings.get('batchRun'));
      const given = jobs.filter(({ status }) => status === 'failed' || status === 'cancelled');
      for (const { id } of given) await exports.retry(id).catch(unlessEnded);
      await settings.change('batchRun', (now) => now && queueingAgain(now));
      await queueRun(queueing);
    },
    close: () => settings.set('batchRun', null),
    saveInto: async (folder, options) => (await saving()).saveInto(await output(), folder, options),
    async writeArchive(target, options) {
      try {
        return await (await saving()).writeArchive(await output(), target, options);
      } catch (error) {
        if (!target.locked) await target.abort(error);
        throw error;
      }
    },
    async makeArchive(options) {
      return await makeArchive(await output(), { files, disk: tools.disk }, options);
    },
  };
}

/** @throws StudioError `input-invalid` where no row says anything, `not-found` where the project is gone. */
async function runOf({ projects, brand, assets }: BatchTools, draft: BatchDraft): Promise<BatchRun> {
  const base = await projectOf(projects, draft);
  const known = await assets.lookup(draft.files.map(({ assetId }) => assetId));
  const find = fileFinder(draft.files.filter(({ assetId }) => known.has(assetId)));
  const rows = checkDraft(draft, find, base);
  if (rows.length === 0) {
    throw new StudioError('input-invalid', 'The table is empty. Write something into its rows first.', {
      rule: 'at least one row',
      value: 0,
    });
  }
  const empty = await brand.dress(projects.draft());
  return planRun(rows, baseProject(empty, draft.base, base), Date.now(), () => crypto.randomUUID());
}

async function projectOf(projects: BatchTools['projects'], { base }: BatchDraft): Promise<Project | null> {
  if (base.projectId === null) return null;
  const project = (await projects.list()).find(({ id }) => id === base.projectId);
  if (project) return project;
  throw new StudioError(
    'not-found',
    'The project whose look these videos should have is gone. Choose another, or a style.',
    {
      rule: 'project exists',
      value: base.projectId,
    },
  );
}

async function jobsOf(exports: Exports, run: BatchRun | null) {
  const ids = new Set(run?.videos.map(({ jobId }) => jobId));
  return (await exports.list()).filter(({ id }) => ids.has(id));
}

async function hasEnded(exports: Exports, run: BatchRun): Promise<boolean> {
  const jobs = new Map((await exports.list()).map((job) => [job.id, job]));
  return batchProgress(run, jobs, 1).ended;
}

function withoutQueueing(run: BatchRun): BatchRun {
  const error = new StudioError('cancelled', 'Cancelled before it was queued.').toRecord();
  const videos = run.videos.map((video) =>
    stateOfVideo(video, undefined) === 'queueing' ? { ...video, error } : video,
  );
  return { ...run, videos };
}

/** What is wrong in the table stays so. */
function queueingAgain(run: BatchRun): BatchRun {
  return { ...run, videos: run.videos.map((video) => (video.document ? { ...video, error: null } : video)) };
}

/** It ended by itself, or was removed, while the others were looked at. */
function unlessEnded(error: unknown): void {
  const code = error instanceof StudioError ? error.code : null;
  if (code !== 'state-conflict' && code !== 'not-found') throw error;
}

function stillRunning(): StudioError {
  return new StudioError('state-conflict', 'Another batch is still being made. Cancel it first, or wait for its end.', {
    rule: 'one batch at a time',
  });
}

/** Its code comes with its first use. */
function saving() {
  return import('./save-videos.ts');
}

async function makeArchive(
  output: BatchOutput,
  { files, disk }: Pick<BatchTools, 'files' | 'disk'>,
  options: SavingOptions | undefined,
): Promise<BatchArchive> {
  const { bytesOfOutput, writeArchive } = await saving();
  const needed = bytesOfOutput(output) + ARCHIVE_SPARE_BYTES;
  if (!(await disk.hasRoom(files.directory, needed))) throw noRoom(needed);
  const reserved = await files.reserve();
  try {
    const { directory, name } = splitPath(reserved.path);
    const handle = await (await openDirectory(directory)).getFileHandle(name, { create: true });
    await writeArchive(output, await handle.createWritable(), options);
    const file = new File([await reserved.read()], 'batch.zip', { type: 'application/zip' });
    return { file, discard: () => reserved.giveUp() };
  } catch (error) {
    await reserved.giveUp();
    throw error;
  }
}

function noRoom(needed: number): StudioError {
  return new StudioError(
    'disk-full',
    `Putting the videos into one ZIP needs ${sizeInWords(needed)} of free disk, and there is not as much left for the studio. Save them to a folder instead, or delete what you no longer need on the Storage page.`,
    { rule: 'free disk in bytes', value: needed },
  );
}
