import { expect, type Page } from '@playwright/test';
import type { AuditEntry } from '#core/log/audit-entry.ts';
import type { LogEntry } from '#core/log/log-entry.ts';
import type { Run } from '#core/metrics/run.ts';
import { emptyFile } from '../support/bad-files.ts';
import { queueExport } from '../support/queued-export.ts';
import { storedRows } from '../support/stored-rows.ts';
import { importPaths, openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

/** What is written down of what happens: operations, runs, the log. */

test.beforeEach(({ page }) => openStudio(page));

const startExport = (page: Page, lengthSeconds: number) => queueExport(page, lengthSeconds, { name: 'Summer' });

async function untilStatus(page: Page, id: string, status: string): Promise<void> {
  const now = () => page.evaluate(async (job) => (await window.studio?.jobs.get(job))?.status, id);
  await expect.poll(now, { timeout: 60_000 }).toBe(status);
}

/** Until frames are being drawn, so that there is something to interrupt. */
async function untilUnderWay(page: Page, id: string): Promise<void> {
  const percent = () => page.evaluate(async (job) => (await window.studio?.jobs.get(job))?.progress ?? 0, id);
  await expect.poll(percent, { timeout: 60_000 }).toBeGreaterThan(5);
}

async function operations(page: Page): Promise<string[]> {
  return (await storedRows<AuditEntry>(page, 'audit')).map(({ what, outcome }) => `${what} ${outcome}`);
}

test('each operation is written down once, by the tab that did it, also while another tab looks on', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await openStudio(other);
  const id = await startExport(page, 60);
  await untilUnderWay(other, id);
  await other.evaluate((job) => window.studio?.jobs.cancel(job), id);
  await expect.poll(() => operations(page)).toContain('export.cancel done');
  const rows = await storedRows<AuditEntry>(page, 'audit');
  const ofExport = rows.filter(({ what }) => what.startsWith('export.'));
  expect(ofExport.map(({ what, subject, outcome }) => [what, subject.name, outcome])).toEqual([
    ['export.start', 'Summer', 'done'],
    ['export.cancel', 'Summer', 'done'],
  ]);
  expect(rows.filter(({ what }) => what === 'media.import')).toMatchObject([{ subject: { name: 'scene.jpg' } }]);
  expect(ofExport[1]?.who).not.toBe(ofExport[0]?.who);
});

test('operations that are refused are written down with their reason, and not as done', async ({ page }) => {
  await importPaths(page, [await emptyFile('nothing.jpg')]);
  const id = await startExport(page, 60);
  await untilUnderWay(page, id);
  const reason = await page.evaluate(async () => {
    const [used] = (await window.studio?.assets.list()) ?? [];
    return await window.studio?.assets.remove(used?.id ?? '').catch((error: Error) => error.message);
  });
  await page.evaluate((job) => window.studio?.jobs.cancel(job), id);
  await expect.poll(() => operations(page)).toContain('export.cancel done');
  const rows = await storedRows<AuditEntry>(page, 'audit');
  const failed = rows.filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ what }) => what)).toEqual(['media.import', 'media.remove']);
  expect(failed[0]).toMatchObject({ subject: { name: 'nothing.jpg' }, reason: expect.stringContaining('nothing.jpg') });
  expect(failed[1]?.reason).toBe(reason);
  expect(rows.map(({ what, outcome }) => `${what} ${outcome}`)).not.toContain('media.remove done');
});

test('what goes to the trash and comes back is told as that', async ({ page }) => {
  const id = await startExport(page, 2);
  await untilStatus(page, id, 'completed');
  await page.goto('/#storage');
  await page.getByRole('button', { name: 'Delete the video Summer' }).click();
  await expect.poll(() => operations(page)).toContain('export.remove done');
  await page.getByRole('button', { name: 'Bring Summer back' }).click();
  await expect.poll(() => operations(page)).toContain('trash.restore done');
  expect((await operations(page)).filter((operation) => operation.startsWith('export.start'))).toHaveLength(1);
});

test('a pause and its end are written down, and the run that it ended is an interrupted one', async ({ page }) => {
  const id = await startExport(page, 12);
  await untilUnderWay(page, id);
  await page.evaluate((job) => window.studio?.jobs.pause(job), id);
  await page.evaluate((job) => window.studio?.jobs.resume(job), id);
  await untilStatus(page, id, 'completed');
  await expect.poll(async () => (await storedRows<Run>(page, 'runs')).length).toBe(2);
  expect((await operations(page)).filter((operation) => operation.startsWith('export.'))).toEqual([
    'export.start done',
    'export.pause done',
    'export.resume done',
    'export.complete done',
  ]);
  const runs = await storedRows<Run>(page, 'runs');
  expect(runs.map(({ outcome }) => outcome)).toEqual(['interrupted', 'completed']);
});

test('every attempt of an export is one run, however many tabs and reloads there were', async ({ page, context }) => {
  const other = await context.newPage();
  await openStudio(other);
  const id = await startExport(page, 8);
  await untilUnderWay(page, id);
  // Both tabs begin anew at the same time: one of them finds the job that nobody runs any more.
  await Promise.all([openStudio(page), openStudio(other)]);
  await untilStatus(page, id, 'completed');
  await expect.poll(async () => (await storedRows<Run>(page, 'runs')).length).toBe(2);
  await Promise.all([openStudio(page), openStudio(other)]);
  const runs = await storedRows<Run>(page, 'runs');
  expect(runs.map(({ jobId, outcome }) => [jobId, outcome])).toEqual([
    [id, 'interrupted'],
    [id, 'completed'],
  ]);
  expect(runs.map(({ waitMs }) => waitMs)).toEqual([expect.any(Number), null]);
  expect(runs[1]?.stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBeGreaterThan(0);
  expect(runs[1]?.storageBytes).toBeGreaterThan(0);
  expect((await operations(page)).filter((operation) => operation.startsWith('export.'))).toEqual([
    'export.start done',
    'export.requeue done',
    'export.complete done',
  ]);
  const metrics = await page.evaluate(() => window.studio?.metrics());
  expect(metrics?.runs).toMatchObject({ outcomes: { completed: 1, interrupted: 1, failed: 0 }, successRate: 1 });
  expect(metrics?.runs.length).toMatchObject({ count: 1 });
  expect(metrics?.queue).toEqual({ waiting: 0, running: 0, longestWaitMs: null });
  const none = await page.evaluate(() => window.studio?.metrics({ since: Date.now() + 1000 }));
  expect(none?.runs.successRate).toBeNull();
});

test('the log survives a reload, and keeps the newest 2,000 entries', async ({ page }) => {
  await page.evaluate(() => {
    for (let n = 0; n < 2_100; n++) dispatchEvent(new ErrorEvent('error', { message: `mishap ${n}` }));
  });
  const newest = async () => (await storedRows<LogEntry>(page, 'log')).map(({ details }) => details.message);
  await expect.poll(newest).toContain('mishap 2099');
  await openStudio(page);
  const entries = await storedRows<LogEntry>(page, 'log');
  expect(entries.length).toBeLessThanOrEqual(2_000);
  expect(entries.length).toBeGreaterThan(1_990);
  expect(entries.map(({ details }) => details.message)).not.toContain('mishap 50');
  expect(entries.find(({ details }) => details.message === 'mishap 2099')).toMatchObject({
    level: 'error',
    scope: 'page',
    event: 'uncaught-error',
  });
});

test('health tells of the queue and of failures, and metrics refuse what they do not know', async ({ page }) => {
  const health = await page.evaluate(() => window.studio?.health());
  expect(health).toMatchObject({ ok: true, failureAlert: null, queue: { waiting: 0, running: 0 } });
  const refusal = await page.evaluate(() =>
    window.studio?.metrics({ since: -1 }).catch((error: Error) => error.message),
  );
  expect(refusal).toContain('options.since');
});
