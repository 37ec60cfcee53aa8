import { expect, test } from '@playwright/test';
import { jobOf, untilCompleted } from '../faults/counter-export.ts';
import { queueExport } from '../support/queued-export.ts';
import { startHost } from './host.ts';
import {
  isUsable,
  keptVersions,
  openInstalled,
  untilCodeIsKept,
  untilNewVersionWaits,
  versionOf,
} from './installed-page.ts';

/** `UPDATES=20` for as many as the figures of a release are made of. */
const UPDATES = Number(process.env.UPDATES ?? 1);
const EXPORT_SECONDS = 8;

test.setTimeout(60_000 + UPDATES * 60_000);

test(`${UPDATES} new versions wait while an export runs, and miss none of its code`, async ({ page }) => {
  const host = await startHost();
  try {
    await openInstalled(page, host.address);
    for (let update = 1; update <= UPDATES; update++) {
      const id = await queueExport(page, EXPORT_SECONDS, { name: `Under update ${update}` });
      await expect.poll(async () => (await jobOf(page, id)).status).toBe('processing');
      await untilCodeIsKept(page);
      const before = await versionOf(page);
      const version = await host.deploy();
      await untilNewVersionWaits(page);
      expect((await jobOf(page, id)).status).toBe('processing');
      const notice = page.getByRole('region', { name: 'New version' });
      await expect(notice).toBeHidden();
      expect(await versionOf(page)).toBe(before);

      await untilCompleted(page, id);
      await notice.getByRole('button', { name: 'Reload now' }).click();
      await expect.poll(() => versionOf(page)).toBe(version);
      await isUsable(page);
      expect(host.missing).toEqual([]);
      await expect.poll(() => keptVersions(page)).toEqual([version]);
    }
  } finally {
    await host.close();
  }
});

test('a tab that still opens its storage runs its version already', async ({ page, context }) => {
  const host = await startHost();
  try {
    await openInstalled(page, host.address);
    const opening = await context.newPage();
    await opening.addInitScript(() => {
      // Of a disk that does not answer.
      IDBFactory.prototype.open = () => Object.create(EventTarget.prototype);
    });
    await opening.goto(host.address);
    const lock = `studio-runs-${await versionOf(opening)}`;
    const holders = () =>
      page.evaluate(async (name) => {
        const { held = [] } = await navigator.locks.query();
        return held.filter((each) => each.name === name).length;
      }, lock);
    await expect.poll(holders).toBe(2);
    expect(await opening.evaluate(() => window.studio)).toBeUndefined();
  } finally {
    await host.close();
  }
});

test('a tab of the version before keeps all of its code while a newer one is open', async ({ page, context }) => {
  const host = await startHost();
  try {
    await openInstalled(page, host.address);
    const old = await versionOf(page);
    const other = await context.newPage();
    await other.goto(host.address);
    await isUsable(other);
    const version = await host.deploy();
    await untilNewVersionWaits(other);
    await other.getByRole('button', { name: 'Reload now' }).click();
    await expect.poll(() => versionOf(other)).toBe(version);
    await isUsable(other);

    expect(await versionOf(page)).toBe(old);
    expect(await keptVersions(page)).toEqual([old, version]);
    await page.getByRole('link', { name: 'Library' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
    expect(host.missing).toEqual([]);
    await page.close();
    await other.reload();
    await expect.poll(() => keptVersions(other)).toEqual([version]);
  } finally {
    await host.close();
  }
});
