import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import type { RenderJob } from '#core/job/job.ts';
import { downloadOutput } from '../support/export-page.ts';
import { assetOf, openStudio } from '../support/studio-page.ts';
import {
  counterClip,
  FRAMES_PER_SECOND,
  leastPsnr,
  measureVideo,
  readCounter,
  type VideoMeasure,
} from './frame-counter.ts';

/** Exports of the frame counter: frame n of the video shows n, whatever happened on the way. */

/** Several segments, and long enough to be interrupted in the middle. */
const FRAMES = 10 * FRAMES_PER_SECOND;
/** Two encodes of the same pixels are at least this alike, in dB. */
const LEAST_PSNR = 35;
const EXPORT_MS = 120_000;

/** Queues one on an open studio. @returns the job's id. */
export async function startCounterExport(page: Page, frames = FRAMES): Promise<string> {
  const { id } = await assetOf(page, await counterClip(frames));
  return await page.evaluate(async (assetId) => {
    // This style moves no picture, so that a block stays where the ruler looks.
    const look = { style: 'minimal-clean', gradeStrength: 0, overlay: 'none', quality: 'eco' } as const;
    const answer = await window.studio?.process({ images: [{ assetId }], name: 'Counter', ...look });
    if (!answer) throw new Error('The page has no window.studio.');
    return answer.jobId;
  }, id);
}

export function jobsOf(page: Page): Promise<RenderJob[]> {
  return page.evaluate(() => {
    if (!window.studio) throw new Error('The page has no window.studio.');
    return window.studio.jobs.list();
  });
}

export async function jobOf(page: Page, id: string): Promise<RenderJob> {
  const job = (await jobsOf(page)).find((one) => one.id === id);
  if (!job) throw new Error(`Job ${id} is lost.`);
  return job;
}

/** Waits until the job is this far (in percent), or has ended. */
export async function untilProgress(page: Page, id: string, percent: number): Promise<RenderJob> {
  return await page.evaluate(
    ([id, percent]) =>
      new Promise<RenderJob>((resolve) => {
        const stop = window.studio?.jobs.watch(id, (job) => {
          const ended = job.status !== 'pending' && job.status !== 'processing';
          if (!ended && (job.status === 'pending' || job.progress < percent)) return;
          resolve(job);
          setTimeout(() => stop?.());
        });
      }),
    [id, percent] as const,
  );
}

export async function untilEnd(page: Page, id: string): Promise<RenderJob> {
  await expect
    .poll(async () => (await jobOf(page, id)).status, { timeout: EXPORT_MS })
    .toMatch(/completed|failed|cancelled/);
  return await jobOf(page, id);
}

export async function untilCompleted(page: Page, id: string): Promise<RenderJob> {
  const job = await untilEnd(page, id);
  expect(job.status, job.lastError?.message).toBe('completed');
  return job;
}

let undisturbed: Promise<string> | null = null;
let undisturbedMeasure: Promise<VideoMeasure> | null = null;

/** The export that nobody disturbs, as a file; made once. */
export function undisturbedVideo(browser: Browser): Promise<string> {
  undisturbed ??= exportUndisturbed(browser);
  return undisturbed;
}

async function exportUndisturbed(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  try {
    await openStudio(page);
    const id = await startCounterExport(page);
    await untilCompleted(page, id);
    return await downloadOutput(page, id, 'video', await mkdtemp(join(tmpdir(), 'studio-faults-')));
  } finally {
    await page.close();
  }
}

/** What each frame of a finished export shows. */
export async function numbersShown(page: Page, id: string): Promise<(number | null)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'studio-faults-'));
  try {
    return await readCounter(await downloadOutput(page, id, 'video', folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every frame once, in order, at its time, like the undisturbed video's. */
export async function expectCounted(page: Page, id: string, browser: Browser, frames = FRAMES): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'studio-faults-'));
  try {
    const video = await downloadOutput(page, id, 'video', folder);
    const measured = await measureVideo(video);
    expect(measured.numbers).toEqual(Array.from({ length: frames }, (_, frame) => frame));
    if (frames !== FRAMES) return;
    const reference = await undisturbedVideo(browser);
    undisturbedMeasure ??= measureVideo(reference);
    const { times, soundPackets } = await undisturbedMeasure;
    expect(measured.times).toEqual(times);
    expect(measured.soundPackets).toBe(soundPackets);
    expect(await leastPsnr(video, reference)).toBeGreaterThan(LEAST_PSNR);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
