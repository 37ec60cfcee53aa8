import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';
import { referenceSize, VIDEO_FORMATS } from '#core/render/settings.ts';
import { commonSafeArea } from '#core/scene/safe-areas.ts';
import type { Area, Picture } from '../support/pixels.ts';
import { differingArea, seen } from '../support/screen.ts';
import { test } from '../support/test.ts';
import {
  boxOf,
  dragMouse,
  LAPTOP,
  openPhotos,
  previewIsReady,
  savedProject,
  shotLengths,
  shotOrder,
  timelineShots,
} from './create-page.ts';

test.use({ viewport: LAPTOP.viewport });

const HOOK = 'Golden hour starts in ten minutes';

function stageOf(page: Page): Locator {
  return page.getByRole('img', { name: 'Video preview' });
}

async function chooseFormat(page: Page, format: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name: format }).click();
}

test('the shape changes and comes back, and every edit stays', async ({ page }) => {
  await openPhotos(page, 3);
  await page.getByRole('textbox', { name: 'Text hook' }).fill(HOOK);
  const [first, second] = [await boxOf(timelineShots(page).nth(0)), await boxOf(timelineShots(page).nth(1))];
  await dragMouse(page, { x: first.x + first.width, y: first.middle.y }, { x: first.middle.x, y: first.middle.y });
  await expect(timelineShots(page).nth(0)).toHaveAccessibleName(/length set/);
  await timelineShots(page).nth(2).click();
  await page.getByRole('button', { name: 'Split at playhead' }).click();
  await expect(timelineShots(page)).toHaveCount(4);
  await page.getByRole('radio', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'Back to the look' }).click();
  const [edited, order, lengths] = [await savedProject(page), await shotOrder(page), await shotLengths(page)];
  expect(second.width).toBeGreaterThan(0);

  await page.getByRole('button', { name: /^Format/ }).click();
  for (const format of ['1:1', '4:5', '16:9', '9:16'] as const) {
    await chooseFormat(page, format);
    const { width, height } = referenceSize(format);
    await expect
      .poll(async () => {
        const stage = await boxOf(stageOf(page));
        return stage.width / stage.height;
      })
      .toBeCloseTo(width / height, 1);
    await previewIsReady(page);
    expect(await shotOrder(page)).toEqual(order);
    expect(await shotLengths(page)).toEqual(lengths);
    expect(await savedProject(page)).toEqual({ ...edited, format });
  }
  await timelineShots(page).nth(3).click();
  await expect(page.getByRole('radio', { name: 'Show all' })).toBeChecked();
});

/** Where the text is on the screen, once it stands still: what differs from the picture without it. */
async function placeOfText(page: Page, without: Picture, testInfo: TestInfo): Promise<Area> {
  let [place, last]: (Area | null)[] = [null, null];
  await expect
    .poll(async () => {
      last = place;
      place = differingArea(without, await seen(stageOf(page), testInfo));
      return place !== null && JSON.stringify(place) === JSON.stringify(last);
    })
    .toBe(true);
  if (!place) throw new Error('There is no text.');
  return place;
}

test('text that keeps clear of the apps lies in what all of them leave free, in every format', async ({
  page,
}, testInfo) => {
  await openPhotos(page, 2);
  const hook = page.getByRole('textbox', { name: 'Text hook' });
  await page.getByRole('radio', { name: 'Clear of apps' }).click();
  await page.getByRole('button', { name: /^Format/ }).click();
  // Past its entrance.
  const position = page.getByRole('slider', { name: 'Position' });
  await position.focus();
  await page.keyboard.press('Home');
  for (let second = 0; second < 3; second++) await page.keyboard.press('Shift+ArrowRight');
  for (const format of VIDEO_FORMATS) {
    await chooseFormat(page, format);
    await previewIsReady(page);
    const { width, height } = referenceSize(format);
    await expect
      .poll(async () => {
        const stage = await boxOf(stageOf(page));
        return stage.width / stage.height;
      })
      .toBeCloseTo(width / height, 1);
    const stage = await boxOf(stageOf(page));
    const without = await settled(page, testInfo);
    await hook.fill(HOOK);
    const text = await placeOfText(page, without, testInfo);
    const free = commonSafeArea({ width, height });
    const scale = stage.width / width;
    // Pixels of the screen are coarse: one of them may be half text.
    expect(text.x, format).toBeGreaterThanOrEqual(free.x * scale - 1);
    expect(text.y, format).toBeGreaterThanOrEqual(free.y * scale - 1);
    expect(text.x + text.width, format).toBeLessThanOrEqual((free.x + free.width) * scale + 1);
    expect(text.y + text.height, format).toBeLessThanOrEqual((free.y + free.height) * scale + 1);
    expect(text.width, format).toBeGreaterThan(50);
    await hook.fill('');
    await expect.poll(async () => differingArea(without, await seen(stageOf(page), testInfo))).toBeNull();
  }
});

/** What is seen once two looks in a row are alike: the new shape is drawn. */
async function settled(page: Page, testInfo: TestInfo): Promise<Picture> {
  let picture = await seen(stageOf(page), testInfo);
  await expect
    .poll(async () => {
      const before = picture;
      picture = await seen(stageOf(page), testInfo);
      return before.width === picture.width && before.height === picture.height && !differingArea(before, picture);
    })
    .toBe(true);
  return picture;
}

test('the guides of each app are chosen by mouse and by keyboard, and go again', async ({ page }) => {
  await openPhotos(page, 1);
  const button = page.getByRole('button', { name: /^Guides of/ });
  for (const app of ['TikTok', 'Reels', 'Shorts']) {
    await button.click();
    await page.getByRole('menuitemradio', { name: app }).click();
    await expect(page.getByRole('img', { name: `The bright part stays free of ${app}'s buttons` })).toBeVisible();
  }
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Shorts' })).toBeChecked();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /^The bright part/ })).toBeHidden();
  await expect(button).toBeFocused();

  await page.getByRole('button', { name: /^Format/ }).click();
  await chooseFormat(page, '1:1');
  await button.click();
  await expect(page.getByText('The apps cover 9:16 videos alone.')).toBeVisible();
});
