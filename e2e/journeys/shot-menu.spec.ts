import { expect, type Locator, type Page } from '@playwright/test';
import { flatClip } from '../support/clips.ts';
import { test } from '../support/test.ts';
import {
  boxOf,
  fingerOn,
  LAPTOP,
  openPhotos,
  PHONE,
  shotLengths,
  shotOrder,
  tabTo,
  timelineShots,
} from './create-page.ts';

const ACTIONS = [
  'Split at playhead',
  'Duplicate shot',
  'Replace shot',
  'Show the whole picture',
  'Reset shot settings',
  'Delete shot',
];

function menuOf(page: Page, shot: number): Locator {
  return page.getByRole('menu', { name: `Shot ${shot}` });
}

/** Right-clicks a shot at a share of its width. */
async function rightClick(page: Page, shot: number, share: number): Promise<Locator> {
  const box = await boxOf(timelineShots(page).nth(shot - 1));
  await page.mouse.click(box.x + box.width * share, box.middle.y, { button: 'right' });
  const menu = menuOf(page, shot);
  await expect(menu).toBeVisible();
  return menu;
}

test.describe('with a mouse', () => {
  test.use({ viewport: LAPTOP.viewport });

  test('the menu of a shot does what the toolbar does, where it was clicked', async ({ page }) => {
    await openPhotos(page, 3);
    await timelineShots(page).nth(0).click();
    const toolbar = page.getByRole('toolbar', { name: 'Timeline tools' });
    for (const name of ACTIONS) await expect(toolbar.getByRole('button', { name, exact: true })).toBeVisible();
    let menu = await rightClick(page, 2, 0.25);
    for (const name of ACTIONS) {
      await expect(menu.locator('[role^=menuitem]').filter({ hasText: name })).toHaveCount(1);
    }
    await expect(menu.locator('[role^=menuitem]')).toHaveCount(ACTIONS.length);
    await menu.getByRole('menuitem', { name: 'Split at playhead' }).click();
    await expect(timelineShots(page)).toHaveCount(4);
    const [, first = 0] = await shotLengths(page);
    expect(Math.abs(first - 30)).toBeLessThanOrEqual(1);

    menu = await rightClick(page, 1, 0.5);
    await menu.getByRole('menuitemcheckbox', { name: 'Show the whole picture' }).click();
    await expect(page.getByRole('radio', { name: 'Show all' })).toBeChecked();
    menu = await rightClick(page, 1, 0.5);
    await expect(menu.getByRole('menuitemcheckbox', { name: 'Show the whole picture' })).toBeChecked();
    await menu.getByRole('menuitem', { name: 'Reset shot settings' }).click();
    await expect(page.getByRole('radio', { name: 'Fill' })).toBeChecked();

    menu = await rightClick(page, 4, 0.5);
    await menu.getByRole('menuitem', { name: 'Duplicate shot' }).click();
    await expect(timelineShots(page)).toHaveCount(5);
    menu = await rightClick(page, 1, 0.5);
    await menu.getByRole('menuitem', { name: 'Delete shot' }).click();
    await expect.poll(() => shotOrder(page)).toEqual(['photo-2', 'photo-2', 'photo-3', 'photo-3']);

    menu = await rightClick(page, 1, 0.5);
    const chooser = page.waitForEvent('filechooser');
    await menu.getByRole('menuitem', { name: 'Replace shot' }).click();
    await (await chooser).setFiles(await flatClip('clip-red.mp4', '#C81E1E', 3));
    await expect.poll(() => shotOrder(page)).toEqual(['clip-red', 'photo-2', 'photo-3', 'photo-3']);

    for (let presses = 0; presses < 6; presses++) await page.keyboard.press('Control+z');
    await expect.poll(() => shotOrder(page)).toEqual(['photo-1', 'photo-2', 'photo-3']);
    await expect.poll(() => shotLengths(page)).toEqual([120, 120, 120]);
  });
});

test.describe('left for something else', () => {
  test.use({ viewport: LAPTOP.viewport });

  test('what is pressed while it is open keeps the focus', async ({ page }) => {
    await openPhotos(page, 3);
    const menu = await rightClick(page, 2, 0.5);
    const position = page.getByRole('slider', { name: 'Position' });
    await position.click();
    await expect(menu).toBeHidden();
    await page.keyboard.press('Home');
    await expect(position).toHaveAttribute('aria-valuenow', '0');
    await expect(position).toBeFocused();
  });
});

test.describe('with the keyboard alone', () => {
  test.use({ viewport: LAPTOP.viewport });

  test('Shift F10 and the menu key open it, and the focus comes back to the shots', async ({ page }) => {
    await openPhotos(page, 3);
    await tabTo(page, timelineShots(page).nth(0));
    await page.keyboard.press('Shift+F10');
    await expect(menuOf(page, 1).getByRole('menuitem', { name: 'Split at playhead' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menuOf(page, 1)).toBeHidden();
    await expect(timelineShots(page).nth(0)).toBeFocused();

    await page.keyboard.press('ArrowRight');
    await expect(timelineShots(page).nth(1)).toBeFocused();
    await page.keyboard.press('ContextMenu');
    await expect(menuOf(page, 2).getByRole('menuitem', { name: 'Split at playhead' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(menuOf(page, 2).getByRole('menuitem', { name: 'Duplicate shot' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => shotOrder(page)).toEqual(['photo-1', 'photo-2', 'photo-2', 'photo-3']);
    await expect(timelineShots(page).nth(2)).toBeFocused();

    await page.keyboard.press('Shift+F10');
    await expect(menuOf(page, 3).getByRole('menuitem', { name: 'Split at playhead' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(menuOf(page, 3).getByRole('menuitem', { name: 'Delete shot' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => shotOrder(page)).toEqual(['photo-1', 'photo-2', 'photo-3']);
    await expect(timelineShots(page).nth(2)).toBeFocused();
  });
});

test.describe('with a finger', () => {
  test.use({ viewport: PHONE.viewport, hasTouch: true, isMobile: true });

  test('a shot that is held opens it, and it can be touched', async ({ page }) => {
    await openPhotos(page, 3);
    const finger = await fingerOn(page);
    const shot = await boxOf(timelineShots(page).nth(1));
    await finger.down(shot.middle);
    const menu = menuOf(page, 2);
    await expect(menu).toBeVisible();
    await finger.up();
    await expect(menu.locator('[role^=menuitem]')).toHaveCount(ACTIONS.length);
    const place = await boxOf(menu);
    expect(place.x).toBeGreaterThanOrEqual(0);
    expect(place.x + place.width).toBeLessThanOrEqual(PHONE.viewport.width);
    for (const item of await menu.locator('[role^=menuitem]').all()) {
      expect((await boxOf(item)).height).toBeGreaterThanOrEqual(44);
    }
    await menu.getByRole('menuitem', { name: 'Duplicate shot' }).tap();
    await expect.poll(() => shotOrder(page)).toEqual(['photo-1', 'photo-2', 'photo-2', 'photo-3']);
    await page.getByRole('button', { name: 'Undo' }).tap();
    await expect(timelineShots(page)).toHaveCount(3);
  });
});
