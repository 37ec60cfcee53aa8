import { expect, type Page, test } from '@playwright/test';
import type { RenderJob } from '#core/job/job.ts';
import type { Run } from '#core/metrics/run.ts';
import type { Queue } from '#core/queue/queue.ts';
import { queueExport } from '../support/queued-export.ts';
import { committedParts } from '../support/stored-parts.ts';
import { patchRows, storedRows } from '../support/stored-rows.ts';
import { openStudio, storedFiles } from '../support/studio-page.ts';

/** Exports as stored jobs: who runs them, what a cancel and a dead tab leave behind. */

test.beforeEach(({ page }) => openStudio(page));

const startExport = (page: Page, lengthSeconds: number) =>
  queueExport(page, lengthSeconds, { name: 'Queued', text: 'Hello' });

function jobOf(page: Page, id: string): Promise<RenderJob | undefined> {
  return page.evaluate((id) => window.studio?.jobs.get(id), id);
}

async function jobsOf(page: Page): Promise<RenderJob[]> {
  return (await page.evaluate(() => window.studio?.jobs.list())) ?? [];
}

async function untilStatus(page: Page, id: string, status: RenderJob['status']): Promise<void> {
  await expect.poll(async () => (await jobOf(page, id))?.status, { timeout: 60_000 }).toBe(status);
}

/** Until frames are being drawn, so that there is something to interrupt. */
async function untilUnderWay(page: Page, id: string): Promise<void> {
  await expect.poll(async () => (await jobOf(page, id))?.progress ?? 0, { timeout: 60_000 }).toBeGreaterThan(5);
}

/** Files of exports, finished or not. */
async function exportFilesOf(page: Page): Promise<string[]> {
  return (await storedFiles(page)).filter((path) => /\/(outputs|segments)\//.test(path));
}

/** Checksums of the segments of pictures that are committed, in order. */
async function committedSegments(page: Page, jobId: string): Promise<string[]> {
  const parts = Object.entries(await committedParts(page, jobId)).filter(([index]) => index !== 'sound');
  return parts.sort(([a], [b]) => Number(a) - Number(b)).map(([, checksum]) => checksum);
}

async function fenceOf(page: Page): Promise<number> {
  const [queue] = await storedRows<Queue>(page, 'queue');
  return queue?.fence ?? 0;
}

/** Everything that a render writes. */
async function rowsOfRender(page: Page): Promise<unknown> {
  return [await storedRows(page, 'jobs'), await storedRows(page, 'segments')];
}

/** The renders that are alive in a page, those of the encoder's probe included. */
function renderWorkers(page: Page): number {
  return page.workers().filter((worker) => /render/.test(worker.url())).length;
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
  await expect.poll(() => exportFilesOf(page), { timeout: 1000, intervals: [50] }).toEqual([]);
  expect(performance.now() - started).toBeLessThan(1000);
  expect(await jobOf(page, id)).toMatchObject({ status: 'cancelled', etaSeconds: null });
});

test('a cancelled job can be run again', async ({ page }) => {
  const id = await startExport(page, 8);
  await untilUnderWay(page, id);
  await page.evaluate((id) => window.studio?.jobs.cancel(id), id);
  await page.evaluate((id) => window.studio?.jobs.retry(id), id);
  await untilStatus(page, id, 'completed');
  expect(await jobOf(page, id)).toMatchObject({ attempts: 1 });
});

test('a job whose tab went away goes on from the segments that it had', async ({ page }) => {
  const id = await startExport(page, 30);
  await expect.poll(async () => (await committedSegments(page, id)).length, { timeout: 60_000 }).toBeGreaterThan(2);
  await openStudio(page);
  const before = await committedSegments(page, id);
  expect(before.length).toBeGreaterThan(2);
  // Encoders do not give the same bytes twice: what is the same was not rendered again.
  await expect
    .poll(async () => (await committedSegments(page, id)).length, { timeout: 60_000 })
    .toBeGreaterThan(before.length);
  expect((await committedSegments(page, id)).slice(0, before.length)).toEqual(before);
  await untilStatus(page, id, 'completed');
  expect(await jobOf(page, id)).toMatchObject({ attempts: 1, output: { frames: 720 } });
  expect(await exportFilesOf(page)).toHaveLength(2);
});

test('a paused job stops within a second, waits, and goes on when it is resumed', async ({ page }) => {
  const id = await startExport(page, 8);
  await untilUnderWay(page, id);
  const before = renderWorkers(page);
  await page.evaluate((id) => window.studio?.jobs.pause(id), id);
  expect(await jobOf(page, id)).toMatchObject({ status: 'pending', paused: true, attempts: 0 });
  await expect.poll(() => renderWorkers(page), { timeout: 1000, intervals: [50] }).toBeLessThan(before);
  await page.evaluate((id) => window.studio?.jobs.resume(id), id);
  await untilStatus(page, id, 'completed');
  expect(await jobOf(page, id)).toMatchObject({ attempts: 1, paused: false });
});

test('a paused queue runs nothing, and lets the more urgent one go first afterwards', async ({ page }) => {
  await page.evaluate(() => window.studio?.queue.pause());
  const older = await startExport(page, 2);
  const urgent = await startExport(page, 2);
  await page.evaluate((id) => window.studio?.jobs.setPriority(id, 5), urgent);
  expect(await page.evaluate(() => window.studio?.queue.get())).toMatchObject({ paused: true, circuit: 'closed' });
  await page.evaluate(() => window.studio?.queue.setConcurrency(1));
  expect(await jobOf(page, urgent)).toMatchObject({ status: 'pending', priority: 5 });
  await page.evaluate(() => window.studio?.queue.resume());
  await untilStatus(page, urgent, 'completed');
  await untilStatus(page, older, 'completed');
  const [first, second] = [await jobOf(page, urgent), await jobOf(page, older)];
  expect(second?.startedAt ?? 0).toBeGreaterThanOrEqual(first?.finishedAt ?? Number.POSITIVE_INFINITY);
});

test('what scripts ask of the queue is checked', async ({ page }) => {
  const refusals = await page.evaluate(async () => {
    const refusal = (asked: Promise<unknown> | undefined) =>
      asked?.then(
        () => 'let in',
        (error) => error.message,
      );
    return [
      await refusal(window.studio?.queue.setConcurrency(0)),
      await refusal(window.studio?.jobs.setPriority('job', 0.5)),
      await refusal(window.studio?.jobs.pause('no such job')),
    ];
  });
  expect(refusals[0]).toContain('concurrency was refused');
  expect(refusals[1]).toContain('priority was refused');
  expect(refusals[2]).toContain('does not exist');
});

test('another tab watches, cancels, and takes the queue over when the first is closed', async ({ page, context }) => {
  const other = await context.newPage();
  await openStudio(other);
  const first = await startExport(page, 60);
  await untilUnderWay(other, first);
  await other.evaluate((id) => window.studio?.jobs.cancel(id), first);
  await expect.poll(() => exportFilesOf(other), { timeout: 5000 }).toEqual([]);
  const second = await startExport(page, 8);
  await untilUnderWay(other, second);
  await page.close();
  await untilStatus(other, second, 'completed');
});

test('what a tab still writes that has lost the lead is refused; it takes the lead anew and goes on', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await openStudio(other);
  const id = await startExport(page, 30);
  await untilUnderWay(other, id);
  const fence = await fenceOf(other);
  // As another leader would: the first one learns of it by its next write.
  await patchRows<Queue>(other, 'queue', { fence: fence + 1 });
  const written = await rowsOfRender(other);
  for (;;) {
    const now = await rowsOfRender(other);
    if ((await fenceOf(other)) !== fence + 1) break;
    expect(now).toEqual(written);
  }
  expect(await fenceOf(other)).toBe(fence + 2);
  await untilStatus(other, id, 'completed');
  expect(await jobOf(other, id)).toMatchObject({ attempts: 1, output: { frames: 720 } });
});

/** The next so many renders crash as they begin. Takes effect at the next load of the page. */
async function crashRenders(page: Page, times: number): Promise<void> {
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
        super.postMessage(message, transfer as Transferable[]);
        const left = Number(localStorage.getItem('renders to crash'));
        if ((message as { path?: string[] }).path?.[0] !== 'renderSegments' || left === 0) return;
        localStorage.setItem('renders to crash', String(left - 1));
        this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
      }
    };
  });
  await page.evaluate((times) => localStorage.setItem('renders to crash', String(times)), times);
  await openStudio(page);
}

test('a render that crashes is tried again a second later, and then two', async ({ page }) => {
  await crashRenders(page, 2);
  const id = await startExport(page, 2);
  await untilStatus(page, id, 'completed');
  expect(await jobOf(page, id)).toMatchObject({ attempts: 3, lastError: { code: 'worker-crashed' } });
  const runs = await storedRows<Run>(page, 'runs');
  expect(runs.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'completed']);
  // From start to start: a failed run is written down a moment after the retry was reckoned from its end.
  const apart = runs.slice(1).map(({ startedAt }, n) => startedAt - (runs[n]?.startedAt ?? startedAt));
  expect(apart[0]).toBeGreaterThanOrEqual(1000);
  expect(apart[1]).toBeGreaterThanOrEqual(2000);
});

test('after five crashes in a row exports wait, until one that the person lets try is completed', async ({ page }) => {
  await crashRenders(page, 5);
  const first = await startExport(page, 2);
  await untilStatus(page, first, 'failed');
  const second = await startExport(page, 2);
  const circuit = async () => (await page.evaluate(() => window.studio?.queue.get()))?.circuit;
  await expect.poll(circuit, { timeout: 60_000 }).toBe('open');
  expect(await jobOf(page, second)).toMatchObject({ status: 'pending', attempts: 2 });
  const third = await startExport(page, 2);
  expect(await jobOf(page, third)).toMatchObject({ status: 'pending', attempts: 0 });
  await page.evaluate(() => window.studio?.queue.resume());
  await untilStatus(page, second, 'completed');
  await untilStatus(page, third, 'completed');
  expect(await page.evaluate(() => window.studio?.queue.get())).toMatchObject({ circuit: 'closed', failuresInARow: 0 });
});

test('two exports run at once where the person allows it, and are both whole', async ({ page }) => {
  await page.evaluate(() => window.studio?.queue.setConcurrency(2));
  const ids = [await startExport(page, 8), await startExport(page, 8)];
  const running = async () => (await jobsOf(page)).filter(({ status }) => status === 'processing').length;
  await expect.poll(running, { timeout: 60_000 }).toBe(2);
  for (const id of ids) {
    await untilStatus(page, id, 'completed');
    expect(await jobOf(page, id)).toMatchObject({ attempts: 1, output: { frames: 192 } });
  }
});
