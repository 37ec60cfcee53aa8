import { expect, type Page } from '@playwright/test';
import { emptyFile } from '../support/bad-files.ts';
import { photos } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { violations } from './axe.ts';
import {
  chooseFiles,
  LAPTOP,
  openCreate,
  openExportSheet,
  PHONE,
  pause,
  previewIsReady,
  startShortExport,
  timelineShots,
} from './create-page.ts';

for (const size of [LAPTOP, PHONE]) {
  test.describe(`on a ${size.name}`, () => {
    test.use({ viewport: size.viewport, hasTouch: size.hasTouch });

    test('no screen and no sheet breaks a rule of accessibility', async ({ page }) => {
      const track = await clickTrack({ name: 'song.mp3', format: 'mp3', seconds: 8, clicks: [1, 2] });
      await openCreate(page);
      expect(await violations(page), 'empty').toEqual([]);

      await chooseFiles(page, [await emptyFile('nothing.jpg'), ...(await photos(2)), track]);
      await previewIsReady(page);
      await pause(page);
      expect(await violations(page), 'ready, with a file that failed').toEqual([]);

      if (size === PHONE) await checkPhoneSheets(page);
      else await checkDesktopPanels(page);

      await timelineShots(page).nth(1).click();
      await expect(page.getByRole('slider', { name: 'Point to keep in view, on the video' })).toBeVisible();
      expect(await violations(page), 'shot').toEqual([]);
      await checkMenus(page);
      if (size === PHONE) {
        await page.getByRole('button', { name: 'Shot settings' }).click();
        expect(await violations(page), 'shot settings').toEqual([]);
        await page.getByRole('button', { name: 'Close shot' }).click();
      }

      await page.getByRole('button', { name: /^Video:/ }).click();
      expect(await violations(page), 'videos').toEqual([]);
      await page.keyboard.press('Escape');

      await openExportSheet(page);
      expect(await violations(page), 'export').toEqual([]);
      await page.getByRole('button', { name: 'Close export' }).click();
      await startShortExport(page);
      await expect(page.getByRole('dialog', { name: 'Your video' })).toBeVisible({ timeout: 90_000 });
      expect(await violations(page), 'finished').toEqual([]);
    });
  });
}

async function checkPhoneSheets(page: Page): Promise<void> {
  for (const name of ['Media', 'Look', 'Sound', 'Text']) {
    await page.getByRole('button', { name, exact: true }).click();
    expect(await violations(page), name).toEqual([]);
  }
  await page.getByRole('button', { name: /^Captions/ }).click();
  await expect(page.getByRole('dialog', { name: 'Captions' })).toBeVisible();
  expect(await violations(page), 'Captions').toEqual([]);
  await page.getByRole('button', { name: 'Close captions' }).click();
  await expect(page.getByRole('button', { name: 'Text', exact: true })).toBeFocused();
}

/** Of the guides and of a shot. */
async function checkMenus(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Guides/ }).click();
  await expect(page.getByRole('menuitemradio', { name: 'TikTok' })).toBeVisible();
  expect(await violations(page), 'guides menu').toEqual([]);
  await page.getByRole('menuitemradio', { name: 'TikTok' }).click();
  // The tooltip of the button that has the focus again is no part of the page.
  await page.keyboard.press('Escape');
  expect(await violations(page), 'guides').toEqual([]);
  await timelineShots(page).nth(1).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'Shot 2' })).toBeVisible();
  expect(await violations(page), 'shot menu').toEqual([]);
  await page.keyboard.press('Escape');
}

async function checkDesktopPanels(page: Page): Promise<void> {
  for (const name of [/^Frame/, /^Atmosphere/, /^Sound/, /^Format/]) await page.getByRole('button', { name }).click();
  expect(await violations(page), 'look').toEqual([]);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(await violations(page), 'shortcuts').toEqual([]);
  await page.keyboard.press('Escape');
}
