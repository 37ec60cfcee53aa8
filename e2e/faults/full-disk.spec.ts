import { setTimeout as pause } from 'node:timers/promises';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { photo } from '../support/pictures.ts';
import { importPaths, openStudio, storedFiles } from '../support/studio-page.ts';
import {
  expectCounted,
  jobOf,
  jobsOf,
  startCounterExport,
  untilCompleted,
  untilEnd,
  untilProgress,
} from './counter-export.ts';
import { plan, randomOf } from './fault-plan.ts';

/** A disk that is full at any moment of an export: what there was stays, and the person is told what to do. */

const MIB = 2 ** 20;
/** The smallest quota that the browser is given. Less than what is stored already is as full as it gets. */
const QUOTA_BYTES = 50 * MIB;
const TRIAL_MS = 90_000;

/** Other people's bytes, so that the quota leaves no room. */
async function fillUpTo(page: Page, bytes: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const { usage = 0 } = await navigator.storage.estimate();
    const handle = await root.getFileHandle('not-ours', { create: true });
    const writer = await handle.createWritable({ keepExistingData: true });
    const size = (await handle.getFile()).size;
    await writer.truncate(size + Math.max(0, wanted - usage));
    await writer.close();
  }, bytes);
}

async function quotaOf(devtools: CDPSession, page: Page, quotaSize?: number): Promise<void> {
  const origin = new URL(page.url()).origin;
  await devtools.send('Storage.overrideQuotaForOrigin', quotaSize === undefined ? { origin } : { origin, quotaSize });
}

test('a disk that is full at any point of an export costs nothing that was there', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout((plan.quotas + 1) * TRIAL_MS);
  const random = randomOf('full-disk');
  const devtools = await context.newCDPSession(page);
  await openStudio(page);
  const first = await startCounterExport(page);
  await untilCompleted(page, first);
  const kept = await storedFiles(page);
  for (let trial = 0; trial < plan.quotas; trial++) {
    const id = await startCounterExport(page);
    await untilProgress(page, id, random() * 90);
    await pause(random() * 300);
    await fillUpTo(page, QUOTA_BYTES);
    await quotaOf(devtools, page, QUOTA_BYTES);
    const job = await untilToldOrDone(page, id);
    // It may have had its last byte written just before.
    if (job.status !== 'completed') {
      expect(job.lastError?.code).toBe('disk-full');
      expect(job.lastError?.message).toMatch(/disk space|storage/i);
      expect(job.lastError?.message).toMatch(/delete|free/i);
    }
    expect((await jobOf(page, first)).status).toBe('completed');
    await expectCounted(page, first, browser);
    await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('not-ours'));
    await quotaOf(devtools, page);
    // With room again, the same job comes to its end: by itself, or when it is asked to.
    if ((await untilEnd(page, id)).status === 'failed') {
      await page.evaluate((id) => window.studio?.jobs.retry(id), id);
      await untilCompleted(page, id);
    }
    expect((await storedFiles(page)).filter((path) => kept.includes(path))).toEqual(kept);
    expect((await jobsOf(page)).map(({ status }) => status)).toEqual(Array(trial + 2).fill('completed'));
  }
  const [picture] = await importPaths(page, [await photo({ name: 'after.jpg', width: 300, height: 400 })]);
  expect(picture?.ok).toBe(true);
});

/** Until the job says that something is wrong with it, in whatever state it waits then, or has completed all the same. */
async function untilToldOrDone(page: Page, id: string) {
  await expect
    .poll(
      async () => {
        const { status, lastError } = await jobOf(page, id);
        return status === 'completed' || lastError !== null;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  return await jobOf(page, id);
}
