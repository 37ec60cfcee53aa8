import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { RenderJob } from '#core/job/job.ts';
import type { Run, RunOutcome } from '#core/metrics/run.ts';
import { photos } from '../support/pictures.ts';
import { patchRows, putRows, storedRows } from '../support/stored-rows.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { chooseFiles, LAPTOP, openCreate, PHONE, pause, previewIsReady, startShortExport } from './create-page.ts';

const HOUR_MS = 3_600_000;

/** An export that ended so many hours ago. */
function run(hoursAgo: number, outcome: RunOutcome, seconds: number): Run {
  const finishedAt = Date.now() - hoursAgo * HOUR_MS;
  const startedAt = finishedAt - seconds * 1000;
  return {
    ...{ jobId: `job-${hoursAgo}`, name: 'Summer in the mountains', startedAt, finishedAt, outcome },
    ...{ requestedAt: startedAt - hoursAgo * 700, waitMs: hoursAgo * 700, queueDepth: hoursAgo % 4 },
    errorCode: outcome === 'failed' ? 'encoder-failed' : null,
    stages:
      outcome === 'completed'
        ? [
            { stage: 'preparing', milliseconds: 400 },
            { stage: 'rendering', milliseconds: seconds * 900 },
          ]
        : [],
    frames: outcome === 'completed' ? 900 : null,
    memoryPeakBytes: hoursAgo % 2 === 0 ? 400e6 + hoursAgo * 5e6 : null,
    storageBytes: 900e6 - hoursAgo * 20e6,
  };
}

/** Mostly good, the newest first. */
const HISTORY: readonly Run[] = [
  run(1, 'completed', 14),
  run(2, 'failed', 3),
  run(3, 'completed', 12),
  run(4, 'interrupted', 9),
  run(5, 'completed', 31),
  run(6, 'cancelled', 2),
  ...Array.from({ length: 18 }, (_, n) => run(7 + n, 'completed', 10 + (n % 5))),
];

async function openActivity(page: Page): Promise<void> {
  await page.goto('/#activity');
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
}

async function openWithRuns(page: Page, runs: readonly Run[]): Promise<void> {
  await openActivity(page);
  await expect(page.getByText('No export has ended yet.')).toBeVisible();
  await putRows(page, 'runs', runs);
  await page.reload();
}

test.describe('the activity page', () => {
  for (const size of [LAPTOP, PHONE]) {
    test(`shows how exports have gone, what was done and the log, on a ${size.name}`, async ({ page }) => {
      await page.setViewportSize(size.viewport);
      await openActivity(page);
      await expect(page.getByText('No export has ended yet.')).toBeVisible();
      expect(await violations(page), 'empty').toEqual([]);
      await openWithRuns(page, HISTORY);

      const steps = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Step' }) });
      await expect(steps.getByRole('row', { name: /^Rendering/ })).toContainText('28 s');
      await expect(page.getByText('95 % succeeded.')).toBeVisible();
      const waits = page.getByRole('img', { name: /^Wait in the queue, 24 exports/ });
      await expect(waits).toBeVisible();
      await page.getByText('Show as a table').nth(1).click();
      await expect(page.getByRole('row', { name: /Summer in the mountains 700 ms/ })).toBeVisible();
      await expect(page.getByRole('listitem').filter({ hasText: 'New video' })).toContainText('Done');
      await page.getByRole('button', { name: 'What it can do' }).click();
      const abilities = page.getByRole('list', { name: 'What this browser can do' }).getByRole('listitem');
      await expect(abilities).toHaveText([
        /^Video.*H.264/,
        /^Sound.*AAC/,
        /^Threads/,
        /^Saving/,
        /^Sharing/,
        /^Without/,
      ]);
      expect(await violations(page), 'with exports').toEqual([]);
      await abilities.first().scrollIntoViewIfNeeded();
      await page.screenshot({ path: test.info().outputPath('browser.png') });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'nothing is wider than the screen').toBeLessThanOrEqual(0);
    });
  }

  test('tells what a person has just done, and why something failed', async ({ page }) => {
    await openCreate(page);
    await chooseFiles(page, await photos(1));
    await previewIsReady(page);
    await chooseFiles(page, [new URL(import.meta.url).pathname]);
    await expect(page.getByText('activity.spec.ts').first()).toBeVisible();
    await page.getByRole('link', { name: 'Activity' }).click();
    const done = page.getByRole('region', { name: 'What was done' }).getByRole('listitem');
    await expect(done.filter({ hasText: 'Add to the media' })).toHaveCount(2);
    await expect(done.filter({ hasText: 'activity.spec.ts' })).toContainText('Failed');
    await expect(done.filter({ hasText: /Add to the media.*Done/ })).toContainText('This tab');
  });

  test('filters the log by level, and gives it away as lines of JSON', async ({ page }) => {
    await openActivity(page);
    await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { message: 'a mishap of this test' })));
    const entries = page.getByRole('list', { name: 'Log entries' }).getByRole('listitem');
    await expect(entries.filter({ hasText: 'a mishap of this test' })).toBeVisible();
    await expect(entries.filter({ hasText: 'page: opened' })).toBeVisible();
    await page.getByRole('radio', { name: 'Errors' }).click();
    await expect(entries.filter({ hasText: 'page: opened' })).toHaveCount(0);
    await expect(entries.filter({ hasText: 'a mishap of this test' })).toBeVisible();

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download log' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('studio-log.jsonl');
    const lines = (await readFile(await saved.path(), 'utf8')).trimEnd().split('\n');
    const kept = lines.map((line) => JSON.parse(line));
    expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).sort((a, b) => a - b));
    expect(kept.at(-1)).toMatchObject({ level: 'error', scope: 'page', event: 'uncaught-error' });
  });
});

test('when exports mostly fail, every page says so until it is dismissed', async ({ page }) => {
  const failing = Array.from({ length: 5 }, (_, n) => run(n + 1, 'failed', 3));
  await openWithRuns(page, failing);
  await expect(page.getByText(/5 of the last 5 exports failed.*encoder-failed/)).toBeVisible();
  await page.getByRole('link', { name: 'Queue' }).click();
  const banner = page.getByRole('alert').filter({ hasText: '5 of the last 5 exports failed' });
  await expect(banner).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(async () => (await window.studio?.health())?.ok)).toBe(false);
  await banner.getByRole('link', { name: 'See what happened' }).click();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Queue' }).click();
  await banner.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(banner).toBeHidden();
});

/** The browser's notifications, as a person who says yes meets them. */
async function stubNotifications(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shown: string[] = [];
    let asked = 0;
    class StubNotification extends EventTarget {
      static permission: NotificationPermission = 'default';
      static async requestPermission(): Promise<NotificationPermission> {
        asked++;
        StubNotification.permission = 'granted';
        return 'granted';
      }
      constructor(title: string, options?: NotificationOptions) {
        super();
        shown.push(`${title}: ${options?.body}`);
      }
    }
    Object.assign(window, { Notification: StubNotification, notices: { shown, asked: () => asked } });
  });
}

function notices(page: Page): Promise<{ asked: number; shown: string[] }> {
  return page.evaluate(() => {
    const { notices } = window as unknown as { notices: { asked: () => number; shown: string[] } };
    return { asked: notices.asked(), shown: notices.shown };
  });
}

test('a person who asks for it is told that a long export is done while they look away, and never asked before', async ({
  page,
}) => {
  await stubNotifications(page);
  await openCreate(page);
  await chooseFiles(page, await photos(2));
  await previewIsReady(page);
  await pause(page);
  await startShortExport(page, 20);
  // Asked for a minute ago, by a person who looks elsewhere: a long one.
  await expect.poll(async () => (await storedRows(page, 'jobs')).length).toBe(1);
  await patchRows<RenderJob>(page, 'jobs', { createdAt: Date.now() - 60_000 });
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { get: () => true }));
  expect((await notices(page)).asked).toBe(0);
  await page.getByRole('button', { name: 'Tell me when it is done' }).click();
  await expect(page.getByText('You will get a notification').first()).toBeAttached();
  expect((await notices(page)).asked).toBe(1);

  await expect(page.getByRole('dialog', { name: 'Your video' })).toBeVisible({ timeout: 90_000 });
  await expect.poll(async () => (await notices(page)).shown).toEqual(['Your video is ready: Untitled video']);
});
