import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ProcessArguments } from '#app/api/arguments.ts';
import type { RenderJob } from '#core/job/job.ts';
import { assetOf, openStudio } from './studio-page.ts';

/** Whole exports through `window.studio`, and their files on this machine's disk. */

export interface ExportRequest extends Omit<ProcessArguments, 'images' | 'audio'> {
  readonly photos: readonly string[];
  readonly track?: string;
  /** A PNG of the person's own, instead of a built-in frame. */
  readonly ownFrame?: string;
  /** A clip of the person's own, instead of a built-in atmosphere. */
  readonly ownAtmosphere?: string;
}

export interface ExportedVideo {
  readonly job: RenderJob;
  readonly video: string;
  readonly thumbnail: string;
}

/** Imports, exports and downloads. @throws Error with the job's message when the export does not complete. */
export async function exportVideo(page: Page, request: ExportRequest): Promise<ExportedVideo> {
  const { photos, track, ownFrame, ownAtmosphere, ...rest } = request;
  await openStudio(page);
  const images = [];
  for (const path of photos) images.push({ assetId: (await assetOf(page, path)).id });
  const audio = track ? { audio: { assetId: (await assetOf(page, track)).id } } : {};
  const frame = ownFrame ? { frame: { own: { assetId: (await assetOf(page, ownFrame)).id } } } : {};
  const overlay = ownAtmosphere ? { overlay: { own: { assetId: (await assetOf(page, ownAtmosphere)).id } } } : {};
  const job = await page.evaluate(runToItsEnd, { images, ...audio, ...rest, ...frame, ...overlay });
  if (job.status !== 'completed') throw new Error(`The export is ${job.status}: ${job.lastError?.message}`);
  const folder = await mkdtemp(join(tmpdir(), 'studio-e2e-'));
  return {
    job,
    video: await downloadOutput(page, job.id, 'video', folder),
    thumbnail: await downloadOutput(page, job.id, 'thumbnail', folder),
  };
}

/** Runs in the page. */
async function runToItsEnd(request: ProcessArguments): Promise<RenderJob> {
  const { studio } = window;
  if (!studio) throw new Error('The page has no window.studio.');
  const { jobId } = await studio.process(request);
  return await new Promise<RenderJob>((resolve) => {
    const stop = studio.jobs.watch(jobId, (job) => {
      if (job.status === 'pending' || job.status === 'processing') return;
      stop();
      resolve(job);
    });
  });
}

/** Saves one of a finished export's files in `folder`. @returns its path. */
export async function downloadOutput(
  page: Page,
  jobId: string,
  part: 'video' | 'thumbnail',
  folder: string,
): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(
      async ([id, name]) => {
        const output = await window.studio?.jobs.output(id);
        if (!output) throw new Error('The page has no window.studio.');
        const link = document.createElement('a');
        link.href = URL.createObjectURL(output[name]);
        link.download = output[name].name;
        link.click();
      },
      [jobId, part] as const,
    ),
  ]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}
