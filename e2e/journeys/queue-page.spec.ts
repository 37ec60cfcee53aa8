import { expect, type Locator, type Page } from '@playwright/test';
import type { RenderJob } from '#core/job/job.ts';
import { NEW_QUEUE } from '#core/queue/queue.ts';
import { photo } from '../support/pictures.ts';
import { putRows } from '../support/stored-rows.ts';
import { assetOf, openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { LAPTOP, PHONE } from './create-page.ts';

/** Exports of one photo, by their names, oldest first, which wait until the queue is resumed. */
async function queueExports(page: Page, names: readonly string[], lengthSeconds = 2): Promise<void> {
  const { id } = await assetOf(page, await photo({ name: 'scene.jpg', width: 480, height: 720 }));
  await page.evaluate(
    async ({ assetId, names, lengthSeconds }) => {
      const { studio } = window;
      if (!studio) throw new Error('The page has no window.studio.');
      await studio.queue.pause();
      for (const name of names) {
        const look = { quality: 'eco', overlay: 'none', text: '' } as const;
        await studio.process({ images: [{ assetId }], lengthSeconds, name, ...look });
      }
    },
    { assetId: id, names, lengthSeconds },
  );
}

/** Rows that each differ in something from the one export there is; opens the queue page with them. */
async function openWithJobs(page: Page, changes: readonly Partial<RenderJob>[], queue = NEW_QUEUE): Promise<void> {
  await queueExports(page, ['Base']);
  const [base] = await page.evaluate(() => window.studio?.jobs.list() ?? []);
  if (!base) throw new Error('The export was not queued.');
  const rows = changes.map((change, index) => ({ ...base, id: index === 0 ? base.id : `job-${index}`, ...change }));
  // The page is left first: while it is open, it would write to the rows as well.
  await page.goto('/harness/');
  await putRows(page, 'jobs', rows);
  await putRows(page, 'queue', [queue]);
  await openQueue(page);
}

async function openQueue(page: Page): Promise<void> {
  await page.goto('/#queue');
  await expect(page.getByRole('heading', { name: 'Queue', level: 1 })).toBeVisible();
}

function named(base: RenderJob['project'], name: string): { readonly project: RenderJob['project'] } {
  return { project: { ...base, name } };
}

function card(page: Page, name: string): Locator {
  return page.getByRole('listitem', { name, exact: true });
}

/** Names of the cards under a heading, from the top. */
function names(page: Page, list: 'Under way' | 'Finished'): Promise<string[]> {
  return page.getByRole('region', { name: list }).getByRole('heading', { level: 3 }).allTextContents();
}

test.beforeEach(({ page }) => openStudio(page));

test('waiting exports can be put in order, paused and cancelled, and run in that order', async ({ page }) => {
  await queueExports(page, ['Alpha', 'Beta', 'Gamma', 'Delta']);
  await openQueue(page);
  await expect(page.getByText('Paused. 4 waiting')).toBeVisible();
  await page.getByRole('button', { name: 'Move Gamma up' }).click();
  await expect.poll(() => names(page, 'Under way')).toEqual(['Alpha', 'Gamma', 'Beta', 'Delta']);
  await page.getByRole('button', { name: 'Move Alpha down' }).click();
  await expect.poll(() => names(page, 'Under way')).toEqual(['Gamma', 'Alpha', 'Beta', 'Delta']);
  await expect(page.getByRole('button', { name: 'Move Gamma up' })).toHaveAttribute('aria-disabled', 'true');

  await page.getByRole('button', { name: 'Pause Alpha' }).click();
  await expect(card(page, 'Alpha')).toContainText('Paused');
  await page.getByRole('button', { name: 'Cancel Beta' }).click();
  await expect.poll(() => names(page, 'Finished')).toEqual(['Beta']);
  await expect(card(page, 'Beta').getByRole('heading')).toBeFocused();

  await page.getByRole('button', { name: 'Resume all' }).click();
  await expect(page.getByRole('progressbar', { name: 'Export of Gamma' })).toBeVisible();
  await expect(card(page, 'Delta')).toContainText('Number 2 in line');
  await expect.poll(() => names(page, 'Under way'), { timeout: 90_000 }).toEqual(['Alpha']);
  await expect.poll(() => names(page, 'Finished')).toEqual(['Delta', 'Gamma', 'Beta'].sort(byCreation));
  await page.getByRole('button', { name: 'Resume Alpha' }).click();
  await expect(card(page, 'Alpha').getByRole('button', { name: 'Open Alpha' })).toBeVisible({ timeout: 60_000 });
});

/** The newest export stands first. */
function byCreation(a: string, b: string): number {
  const created = ['Delta', 'Gamma', 'Beta', 'Alpha'];
  return created.indexOf(a) - created.indexOf(b);
}

test('a finished video can be watched, downloaded and removed', async ({ page }) => {
  await queueExports(page, ['Alpha']);
  await openQueue(page);
  await page.getByRole('button', { name: 'Resume all' }).click();
  await page.getByRole('button', { name: 'Open Alpha' }).click({ timeout: 60_000 });
  const video = page.getByRole('dialog', { name: 'Your video' }).getByLabel(/finished video$/);
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.duration)).toBeCloseTo(2, 1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Open Alpha' })).toBeFocused();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Alpha' }).click();
  expect((await saved).suggestedFilename()).toBe('Alpha.mp4');
  await page.getByRole('button', { name: 'Remove Alpha' }).click();
  await expect(page.getByText('Your exports line up here')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Queue', level: 1 })).toBeFocused();
});

test('the queue is run without a mouse, and says aloud what happens', async ({ page }) => {
  await queueExports(page, ['Alpha', 'Beta'], 4);
  await openQueue(page);
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    for (let presses = 0; presses < 60; presses++) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
  };
  const spoken = page.getByRole('status');
  await press('Move Alpha down');
  await expect.poll(() => names(page, 'Under way')).toEqual(['Beta', 'Alpha']);
  await expect(page.getByRole('button', { name: 'Move Alpha down' })).toBeFocused();
  await press('Pause Alpha');
  await expect(spoken).toHaveText('Alpha is paused');
  await page.getByRole('heading', { name: 'Queue', level: 1 }).focus();
  await press('Resume all');
  await expect(spoken).toHaveText('Beta is being exported');
  await expect(spoken).toHaveText('Beta is ready', { timeout: 60_000 });
  await page.getByRole('heading', { name: 'Queue', level: 1 }).focus();
  await press('Cancel Alpha');
  await expect(spoken).toHaveText('Alpha is cancelled');
  await press('Export again: Alpha');
  await expect(spoken).toHaveText('Alpha is ready', { timeout: 60_000 });
});

test('a failed export says what happened and what to do, keeps the rest folded, and is tried again', async ({
  page,
}) => {
  await openWithJobs(page, [
    {
      status: 'failed',
      attempts: 3,
      finishedAt: Date.now(),
      lastError: {
        code: 'worker-crashed',
        message: 'Worker 7 ended.',
        details: { cause: 'RuntimeError: unreachable' },
      },
    },
  ]);
  const failed = card(page, 'Base');
  await expect(failed).toContainText('The part of the studio that exports crashed');
  await expect(failed.getByText('RuntimeError: unreachable')).toBeHidden();
  await failed.getByText('Details').click();
  await expect(failed.getByText('RuntimeError: unreachable')).toBeVisible();
  await page.getByRole('button', { name: 'Try again: Base' }).click();
  await expect(page.getByRole('button', { name: 'Open Base' })).toBeVisible({ timeout: 60_000 });
});

test('a queue that stopped after failures says so, and goes on when the person lets one try', async ({ page }) => {
  const trialAt = Date.now() + 600_000;
  await openWithJobs(page, [{}], { ...NEW_QUEUE, circuit: 'open', failuresInARow: 5, trialAt });
  const hold = page.getByRole('region', { name: 'Exports on hold' });
  await expect(hold).toContainText('The last 5 attempts failed one after the other');
  await expect(card(page, 'Base')).toContainText('On hold until exports work again');
  await hold.getByRole('button', { name: 'Try one now' }).click();
  await expect(page.getByRole('button', { name: 'Open Base' })).toBeVisible({ timeout: 60_000 });
  await expect(hold).toBeHidden();
});

test('how many run at a time is remembered', async ({ page }) => {
  await openQueue(page);
  const choice = (name: string) =>
    page.getByRole('radiogroup', { name: 'Exports at the same time' }).getByRole('radio', { name, exact: true });
  await expect(choice('Auto')).toBeChecked();
  await choice('3').click();
  await expect(choice('3')).toBeChecked();
  await page.reload();
  await expect(choice('3')).toBeChecked();
});

test('the screen is kept awake while an export runs, and only where the person allows it', async ({ page }) => {
  await page.addInitScript(() => {
    const locks = { held: 0 };
    Object.assign(window, { testLocks: locks });
    const request = async () => {
      locks.held++;
      const sentinel = Object.assign(new EventTarget(), {
        released: false,
        async release() {
          locks.held--;
          sentinel.dispatchEvent(new Event('release'));
        },
      });
      return sentinel;
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  const held = () => page.evaluate(() => (window as unknown as { testLocks: { held: number } }).testLocks.held);
  await openStudio(page);
  await queueExports(page, ['Alpha', 'Beta'], 20);
  await openQueue(page);
  expect(await held()).toBe(0);
  const setting = page.getByRole('switch', { name: 'Keep the screen on while exporting' });
  await expect(setting).toBeChecked();
  await page.getByRole('button', { name: 'Resume all' }).click();
  await expect.poll(held).toBe(1);
  await setting.click();
  await expect.poll(held).toBe(0);
  await page.reload();
  await expect(setting).not.toBeChecked();
  await expect(page.getByRole('progressbar', { name: 'Export of Alpha' })).toBeVisible();
  expect(await held()).toBe(0);
  await setting.click();
  await expect.poll(held).toBe(1);
  await page.getByRole('button', { name: 'Pause all' }).click();
  await expect.poll(held).toBe(0);
});

for (const size of [LAPTOP, PHONE]) {
  test.describe(`on a ${size.name}`, () => {
    test.use({ viewport: size.viewport, hasTouch: size.hasTouch });

    test('no state of the queue breaks a rule of accessibility or hides a part of itself', async ({
      page,
    }, testInfo) => {
      const look = async (state: string) => {
        expect(await violations(page), state).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, state).toBeLessThanOrEqual(0);
        await testInfo.attach(state, { body: await page.screenshot(), contentType: 'image/png' });
      };
      await openQueue(page);
      await look('empty');

      await queueExports(page, ['A quiet evening by the lake', 'Beta', 'Gamma'], 30);
      await look('waiting');
      await page.getByRole('button', { name: 'Resume all' }).click();
      await expect(page.getByText(/frames\/s/)).toBeVisible({ timeout: 60_000 });
      await look('running');
      await page.getByRole('button', { name: 'Cancel A quiet evening by the lake' }).click();
      await page.getByRole('button', { name: 'Pause all' }).click();
      await expect(page.getByText('Paused. 2 waiting')).toBeVisible();

      const [base] = await page.evaluate(() => window.studio?.jobs.list() ?? []);
      if (!base) throw new Error('The export was not queued.');
      const lastError = {
        code: 'out-of-memory',
        message: 'There was no room for a frame of 1080x1920.',
        details: { rule: 'memory', cause: 'RangeError: Array buffer allocation failed' },
      } as const;
      const now = Date.now();
      await openWithJobs(
        page,
        [
          { ...named(base.project, 'Summer'), status: 'failed', attempts: 3, finishedAt: now, lastError },
          {
            ...named(base.project, 'A name that is far too long for one line of any phone that was ever sold'),
            retryAt: now + 300_000,
            attempts: 1,
            lastError,
            steppedDownFrom: 'normal',
            progress: 40,
          },
          { ...named(base.project, 'Held'), paused: true, progress: 70 },
        ],
        { ...NEW_QUEUE, circuit: 'open', failuresInARow: 5, trialAt: now + 300_000 },
      );
      await expect(page.getByRole('region', { name: 'Exports on hold' })).toBeVisible();
      await look('on hold');
      await page.getByText('Details').last().click();
      await page.getByText('RangeError').last().scrollIntoViewIfNeeded();
      await look('failed');
    });

    test('a finished export breaks no rule of accessibility, nor does its video', async ({ page }, testInfo) => {
      await queueExports(page, ['Alpha']);
      await openQueue(page);
      await page.getByRole('button', { name: 'Resume all' }).click();
      await expect(page.getByRole('button', { name: 'Open Alpha' })).toBeVisible({ timeout: 60_000 });
      expect(await violations(page), 'completed').toEqual([]);
      await testInfo.attach('completed', { body: await page.screenshot(), contentType: 'image/png' });
      await page.getByRole('button', { name: 'Open Alpha' }).click();
      await expect(page.getByLabel(/finished video$/)).toBeVisible();
      expect(await violations(page), 'opened').toEqual([]);
      await testInfo.attach('opened', { body: await page.screenshot(), contentType: 'image/png' });
    });
  });
}
