import { expect } from '@playwright/test';
import { photos } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { chooseFiles, isSaved, openCreate, pause, previewIsReady, timelineShots } from './create-page.ts';

test.beforeEach(async ({ page }) => {
  await openCreate(page);
  await chooseFiles(page, await photos(3));
  await previewIsReady(page);
  await pause(page);
});

test('edits are undone and redone by key and by button', async ({ page }) => {
  const hook = page.getByRole('textbox', { name: 'Text hook' });
  await page.getByRole('button', { name: /^Frame/ }).click();
  await hook.pressSequentially('Golden hour');
  await page.getByRole('radio', { name: 'Silver' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('radio', { name: 'Golden' })).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(hook).toHaveValue('');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(hook).toHaveValue('Golden hour');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('radio', { name: 'Silver' })).toBeChecked();
});

test('each drag of a slider is undone as one step', async ({ page }) => {
  const slider = page.getByRole('slider', { name: 'Colour strength' });
  const value = async () => Number(await slider.getAttribute('aria-valuenow'));
  const drag = async (pixels: number) => {
    const thumb = await slider.boundingBox();
    if (!thumb) throw new Error('There is no slider.');
    const at = { x: thumb.x + thumb.width / 2, y: thumb.y + thumb.height / 2 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + pixels, at.y, { steps: 6 });
    await page.mouse.up();
    return await value();
  };
  const first = await drag(-120);
  const second = await drag(-60);
  expect([100 > first, first > second]).toEqual([true, true]);
  for (const before of [first, 100]) {
    await page.keyboard.press('Control+z');
    await expect(slider).toHaveAttribute('aria-valuenow', String(before));
  }
  for (const after of [first, second]) {
    await page.keyboard.press('Control+Shift+z');
    await expect(slider).toHaveAttribute('aria-valuenow', String(after));
  }
});

test('photos are reordered by key and by drag, and removed', async ({ page }) => {
  const tiles = page.getByRole('list', { name: 'Photos and clips' }).getByRole('button', { name: /^Photo/ });
  await expect(tiles.nth(0)).toHaveAccessibleName('Photo 1 of 3, photo-1.jpg');
  await tiles.nth(0).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(tiles.nth(1)).toHaveAccessibleName('Photo 2 of 3, photo-1.jpg');
  await expect(tiles.nth(1)).toBeFocused();

  await tiles.nth(2).hover();
  await page.mouse.down();
  await tiles.nth(0).hover();
  await page.mouse.up();
  await expect(tiles.nth(0)).toHaveAccessibleName('Photo 1 of 3, photo-3.jpg');

  await tiles.nth(0).focus();
  await page.keyboard.press('Delete');
  await expect(timelineShots(page)).toHaveCount(2);
});

test('the timeline seeks where it is pressed and selects the shot there', async ({ page }) => {
  await timelineShots(page).nth(1).click();
  await expect(timelineShots(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuetext', /^00:0[4-7]\./);
  await page.getByRole('radio', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'Back to the look' }).click();
  await expect(page.getByRole('radiogroup', { name: 'Style' })).toBeVisible();
});

test('another video leaves the first one as it was', async ({ page }) => {
  await page.getByRole('button', { name: /^Video:/ }).click();
  const name = page.getByRole('textbox', { name: 'Name of this video' });
  await name.fill('Spring');
  await name.press('Enter');
  await isSaved(page);
  await page.getByRole('button', { name: 'Video: Spring' }).click();
  await page.getByRole('button', { name: 'New video' }).click();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await page.getByRole('button', { name: 'Video: Untitled video' }).click();
  await page.getByRole('button', { name: /^Spring/ }).click();
  await previewIsReady(page);
  await expect(timelineShots(page)).toHaveCount(3);
});
