import { expect, type Page, type TestInfo } from '@playwright/test';
import { wideHalves } from '../support/pictures.ts';
import { meanColour } from '../support/pixels.ts';
import { seen } from '../support/screen.ts';
import { test } from '../support/test.ts';
import {
  boxOf,
  chooseFiles,
  dragMouse,
  fingerOn,
  LAPTOP,
  openCreate,
  PHONE,
  pause,
  previewIsReady,
  tabTo,
  timelineShots,
} from './create-page.ts';

/** A photo of a red and a blue half, whose middle is shown, selected. */
async function openHalves(page: Page) {
  await openCreate(page);
  await chooseFiles(page, [await wideHalves('halves.png')]);
  await previewIsReady(page);
  await pause(page);
  await timelineShots(page).nth(0).click();
  const stage = page.getByRole('img', { name: 'Video preview' });
  const handle = page.getByRole('slider', { name: 'Point to keep in view, on the video' });
  await expect(handle).toHaveAttribute('aria-valuetext', '50 percent from the left, 50 percent from the top');
  return { stage: await boxOf(stage), handle };
}

/** The half that is seen on the right of the video. */
async function halfOnTheRight(page: Page, testInfo: TestInfo): Promise<'red' | 'blue'> {
  const picture = await seen(page.getByRole('img', { name: 'Video preview' }), testInfo);
  const { width, height } = picture;
  const part = { width: Math.round(width / 12), height: Math.round(height / 8) };
  const [red, , blue] = meanColour(picture, { x: Math.round(width * 0.78), y: Math.round(height * 0.7), ...part });
  return red > blue ? 'red' : 'blue';
}

/** Percent from the left. */
async function across(page: Page): Promise<number> {
  const handle = page.getByRole('slider', { name: 'Point to keep in view, on the video' });
  return Number(await handle.getAttribute('aria-valuenow'));
}

test.describe('with mouse and keyboard', () => {
  test.use({ viewport: LAPTOP.viewport });

  test('the point to keep in view is dragged on the video itself, and undone as one step', async ({
    page,
  }, testInfo) => {
    const { stage, handle } = await openHalves(page);
    expect(await halfOnTheRight(page, testInfo)).toBe('blue');
    const from = await boxOf(handle);
    // The box shows 675 of the 2400 pixels across; the handle goes most of the way to its left edge.
    await dragMouse(page, from.middle, { x: stage.x + stage.width * 0.06, y: from.middle.y });
    await expect.poll(() => across(page)).toBeLessThan(38);
    expect(await across(page)).toBeGreaterThan(30);
    await expect.poll(() => halfOnTheRight(page, testInfo)).toBe('red');
    await expect(page.getByRole('slider', { name: 'Point to keep in view', exact: true })).toHaveAttribute(
      'aria-valuenow',
      String(await across(page)),
    );
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

    await page.keyboard.press('Control+z');
    await expect.poll(() => across(page)).toBe(50);
    await expect.poll(() => halfOnTheRight(page, testInfo)).toBe('blue');
  });

  test('arrow keys move it, and Escape ends a drag', async ({ page }) => {
    const { stage, handle } = await openHalves(page);
    await tabTo(page, handle);
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
    await expect(handle).toHaveAttribute('aria-valuetext', '40 percent from the left, 45 percent from the top');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    await expect(handle).toHaveAttribute('aria-valuetext', '50 percent from the left, 50 percent from the top');

    const from = await boxOf(handle);
    await page.mouse.move(from.middle.x, from.middle.y);
    await page.mouse.down();
    await page.mouse.move(stage.x + 20, from.middle.y, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(handle).toHaveAttribute('aria-valuetext', '50 percent from the left, 50 percent from the top');
  });

  test('it is there for a shot that fills the frame and stands still', async ({ page }) => {
    const { handle } = await openHalves(page);
    await page.getByRole('radio', { name: 'Show all' }).click();
    await expect(handle).toBeHidden();
    await page.getByRole('radio', { name: 'Fill' }).click();
    await expect(handle).toBeVisible();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(handle).toBeHidden();
  });
});

test.describe('with a finger', () => {
  test.use({ viewport: PHONE.viewport, hasTouch: true, isMobile: true });

  test('the point to keep in view is dragged on the video itself', async ({ page }, testInfo) => {
    const { stage, handle } = await openHalves(page);
    const from = await boxOf(handle);
    expect(Math.min(from.width, from.height)).toBeGreaterThanOrEqual(44);
    const finger = await fingerOn(page);
    await finger.down(from.middle);
    await finger.move({ x: from.middle.x - 10, y: from.middle.y });
    await finger.move({ x: stage.x + stage.width * 0.06, y: from.middle.y });
    await finger.up();
    await expect.poll(() => across(page)).toBeLessThan(38);
    await expect.poll(() => halfOnTheRight(page, testInfo)).toBe('red');
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  });
});
