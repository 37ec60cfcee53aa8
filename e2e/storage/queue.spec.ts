import { expect, type Page, test } from '@playwright/test';
import type { RenderJob } from '#core/job/job.ts';
import { photo } from '../support/pictures.ts';
import { assetOf, openStudio, storedFiles } from '../support/studio-page.ts';

/** Exports as stored jobs: who runs them, what a cancel and a dead tab leave behind. */

test.beforeEach(({ page }) => openStudio(page));

/** Queues a small, still video of one photo. */
async function startExport(page: Page, lengthSeconds: number): Promise<string> {
  const { id } = await assetOf(page, await photo({ name: 'scene.jpg', width: 480, height: 720 }));
  return await page.evaluate(
    async ({ assetId, lengthSeconds }) => {
      const request = { images: [{ assetId }], lengthSeconds, quality: 'eco' as const, overlay: 'none' as const };
      const answer = await window.studio?.process({ ...request, text: 'Hello', name: 'Queued' });
      if (!answer) throw new Error('The page has no window.studio.');
      return answer.jobId;
    },
    { assetId: id, lengthSeconds },
  );
}

function jobOf(page: Page, id: string): Promise<RenderJob | undefined> {
  return page.evaluate((id) => window.studio?.jobs.get(id), id);
}

async function untilStatus(page: Page, id: string, status: RenderJob['status']): Promise<void> {
  await expect.poll(async () => (await jobOf(page, id))?.status, { timeout: 60_000 }).toBe(status);
}

/** Until frames are being drawn, so that there is something to interrupt. */
async function untilUnderWay(page: Page, id: string): Promise<void> {
  await expect.poll(async () => (await jobOf(page, id))?.progress ?? 0, { timeout: 60_000 }).toBeGreaterThan(5);
}

async function outputsOf(page: Page): Promise<string[]> {
  return (await storedFiles(page)).filter((path) => path.includes('/outputs/'));
}

test('an export ends with a video and a small picture, which a reload finds again', async ({ page }) => {
  const id = await startExport(page, 2);
  await untilStatus(page, id, 'completed');
  await openStudio(page);
  const job = await jobOf(page, id);
  expect(job).toMatchObject({ status: 'completed', progress: 100, currentStep: null, attempts: 1, lastError: null });
  expect(job?.output).toMatchObject({ frames: 48 });
  const files = await page.evaluate(async (id) => {
    const output = await window.studio?.jobs.output(id);
    return [output?.video, output?.thumbnail].map((file) => ({ name: file?.name, size: file?.size }));
  }, id);
  expect(files[0]).toEqual({ name: 'Queued.mp4', size: job?.output?.bytes });
  expect(files[1]?.name).toBe('Queued.jpg');
  expect(files[1]?.size).toBeGreaterThan(0);
});

test('a watcher sees the steps of a job, from its start to its end', async ({ page }) => {
  const id = await startExport(page, 2);
  const seen = await page.evaluate(async (id) => {
    const statuses: string[] = [];
    await new Promise<void>((resolve) => {
      const stop = window.studio?.jobs.watch(id, (job) => {
        if (statuses.at(-1) !== job.status) statuses.push(job.status);
        if (job.status !== 'completed') return;
        resolve();
        setTimeout(() => stop?.());
      });
    });
    return statuses;
  }, id);
  expect(['pending processing completed', 'processing completed', 'completed']).toContain(seen.join(' '));
});

test('a cancel ends the render within a second and leaves no file', async ({ page }) => {
  const id = await startExport(page, 60);
  await untilUnderWay(page, id);
  const started = performance.now();
  await page.evaluate((id) => window.studio?.jobs.cancel(id), id);
  await expect.poll(() => outputsOf(page), { timeout: 1000, intervals: [50] }).toEqual([]);
  expect(performance.now() - started).toBeLessThan(1000);
  expect(await jobOf(page, id)).toMatchObject({ status: 'cancelled', etaSeconds: null });
});

test('a cancelled job can be run again', async ({ page }) => {
  const id = await startExport(page, 8);
  await untilUnderWay(page, id);
  await page.evaluate((id) => window.studio?.jobs.cancel(id), id);
  await page.evaluate((id) => window.studio?.jobs.retry(id), id);
  await untilStatus(page, id, 'completed');
  expect(await jobOf(page, id)).toMatchObject({ attempts: 2 });
});

test('a job whose tab went away is run again from its start', async ({ page }) => {
  const id = await startExport(page, 8);
  await untilUnderWay(page, id);
  await openStudio(page);
  await untilStatus(page, id, 'completed');
  expect(await jobOf(page, id)).toMatchObject({ attempts: 2 });
  expect(await outputsOf(page)).toHaveLength(2);
});

test('another tab watches, cancels, and takes the queue over when the first is closed', async ({ page, context }) => {
  const other = await context.newPage();
  await openStudio(other);
  const first = await startExport(page, 60);
  await untilUnderWay(other, first);
  await other.evaluate((id) => window.studio?.jobs.cancel(id), first);
  await expect.poll(() => outputsOf(other), { timeout: 5000 }).toEqual([]);
  const second = await startExport(page, 8);
  await untilUnderWay(other, second);
  await page.close();
  await untilStatus(other, second, 'completed');
});
