import { expect, type Locator, type Page } from '@playwright/test';
import { flatClip } from '../support/clips.ts';
import { test } from '../support/test.ts';
import {
  boxOf,
  dragMouse,
  fingerOn,
  LAPTOP,
  openPhotos,
  PHONE,
  previewIsReady,
  savedProject,
  shotLengths,
  shotOrder,
  startShortExport,
  tabTo,
  tap,
  timelineShots,
  undoAndRedoTwenty,
} from './create-page.ts';

/** What was on the timeline and everything that was decided is there after a reload. */
async function reopensAsItWas(page: Page): Promise<void> {
  const [project, order, lengths] = [await savedProject(page), await shotOrder(page), await shotLengths(page)];
  await page.reload();
  await previewIsReady(page);
  await expect.poll(() => shotOrder(page)).toEqual(order);
  expect(await shotLengths(page)).toEqual(lengths);
  expect(await savedProject(page)).toEqual(project);
}

async function exportIsReady(page: Page): Promise<void> {
  await expect(page.getByRole('dialog', { name: 'Your video' })).toBeVisible({ timeout: 90_000 });
}

test.describe('with a mouse', () => {
  test.use({ viewport: LAPTOP.viewport });

  test('shots are moved, trimmed, split, replaced and deleted, undone, kept over a reload, and exported', async ({
    page,
  }) => {
    await openPhotos(page, 3);
    const before = await savedProject(page);
    const first = await boxOf(timelineShots(page).nth(0));
    const last = await boxOf(timelineShots(page).nth(2));
    await dragMouse(page, first.middle, last.middle);
    await expect.poll(() => shotOrder(page)).toEqual(['photo-2', 'photo-3', 'photo-1']);

    const edge = await boxOf(timelineShots(page).nth(0));
    await page.mouse.move(edge.x + edge.width, edge.middle.y);
    await page.mouse.down();
    await page.mouse.move(edge.x + edge.width / 2, edge.middle.y, { steps: 5 });
    await expect(page.getByText(/^2\.\d s$/)).toBeVisible();
    await page.mouse.up();
    await expect.poll(async () => (await shotLengths(page))[0]).toBeLessThan(70);
    await expect(timelineShots(page).nth(0)).toHaveAccessibleName(/length set/);

    const split = await boxOf(timelineShots(page).nth(1));
    await page.mouse.click(split.middle.x, split.middle.y);
    await page.getByRole('button', { name: 'Split at playhead' }).click();
    await expect.poll(() => shotOrder(page)).toEqual(['photo-2', 'photo-3', 'photo-3', 'photo-1']);
    await page.getByRole('button', { name: 'Duplicate shot' }).click();
    await expect(timelineShots(page)).toHaveCount(5);
    await page.getByRole('button', { name: 'Delete shot' }).click();
    await expect(timelineShots(page)).toHaveCount(4);

    const clip = await flatClip('clip-red.mp4', '#C81E1E', 3);
    await timelineShots(page).nth(0).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Replace shot' }).click();
    await (await chooser).setFiles(clip);
    await expect.poll(() => shotOrder(page)).toEqual(['clip-red', 'photo-3', 'photo-3', 'photo-1']);

    // The six edits above and fourteen more.
    for (const tool of [...Array<string[]>(5).fill(['Duplicate shot', 'Show the whole picture'])].flat()) {
      await page.getByRole('button', { name: tool, exact: true }).click();
    }
    await expect(timelineShots(page)).toHaveCount(9);
    for (let edits = 0; edits < 4; edits++) await page.getByRole('button', { name: 'Delete shot' }).click();
    await expect(timelineShots(page)).toHaveCount(5);
    await undoAndRedoTwenty(page, {
      before,
      undo: () => page.getByRole('button', { name: 'Undo' }).click(),
      redo: () => page.getByRole('button', { name: 'Redo' }).click(),
    });
    await reopensAsItWas(page);
    await startShortExport(page);
    await exportIsReady(page);
  });
});

/** Holds an arrow key down until it has chosen, as a hand does: the choice follows the focus a moment later. */
async function holdKey(page: Page, key: string, choice: Locator): Promise<void> {
  await page.keyboard.down(key);
  await expect(choice).toBeChecked();
  await page.keyboard.up(key);
}

/** Moves a shot. */
const [LEFT, RIGHT] = ['Alt+ArrowLeft', 'Alt+ArrowRight'];

test.describe('with the keyboard alone', () => {
  test.use({ viewport: LAPTOP.viewport });

  test('shots are split, chosen, moved, trimmed, duplicated, deleted, undone, kept over a reload, and exported', async ({
    page,
  }) => {
    await openPhotos(page, 3);
    const before = await savedProject(page);
    await tabTo(page, page.getByRole('slider', { name: 'Position' }));
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowRight');
    await tabTo(page, timelineShots(page).nth(0));
    // The playhead stands one second into this shot.
    await page.keyboard.press('s');
    await expect.poll(() => shotLengths(page)).toEqual([30, 90, 120, 120]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => shotLengths(page)).toEqual([120, 120, 120]);
    await tabTo(page, timelineShots(page).nth(0));
    await page.keyboard.press('ArrowRight');
    await expect(timelineShots(page).nth(1)).toBeFocused();
    await expect(timelineShots(page).nth(1)).toHaveAttribute('aria-pressed', 'true');

    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => shotOrder(page)).toEqual(['photo-2', 'photo-1', 'photo-3']);
    await expect(timelineShots(page).nth(0)).toBeFocused();
    await expect(page.getByText('Shot moved to place 1')).toBeAttached();

    await page.keyboard.press('[');
    await expect.poll(() => shotLengths(page)).toEqual([105, 120, 120]);
    await page.keyboard.press(']');
    await expect.poll(() => shotLengths(page)).toEqual([120, 120, 120]);

    await page.keyboard.press('d');
    await expect.poll(() => shotOrder(page)).toEqual(['photo-2', 'photo-2', 'photo-1', 'photo-3']);
    await expect(timelineShots(page).nth(1)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('s');
    await expect(page.getByRole('alert').filter({ hasText: 'Move the playhead further into the shot' })).toBeVisible();
    await page.keyboard.press('Delete');
    await expect.poll(() => shotOrder(page)).toEqual(['photo-2', 'photo-2', 'photo-3']);
    await expect(timelineShots(page).nth(2)).toBeFocused();

    // The five edits above and fifteen more, as fast as the keys go down.
    await page.keyboard.press('ArrowLeft');
    for (const key of ['[', '[', LEFT, ']', 'd', RIGHT, '[', 'd', LEFT, 'Delete', ']', '[', LEFT, '[', 'd']) {
      await page.keyboard.press(key);
    }
    await expect(timelineShots(page)).toHaveCount(5);
    await undoAndRedoTwenty(page, {
      before,
      undo: () => page.keyboard.press('Control+z'),
      redo: () => page.keyboard.press('Control+Shift+z'),
    });
    await reopensAsItWas(page);

    await tabTo(page, page.getByRole('button', { name: 'Export', exact: true }));
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Export', exact: true });
    await tabTo(page, sheet.getByRole('radio', { name: /^Normal/ }));
    await holdKey(page, 'ArrowUp', sheet.getByRole('radio', { name: /^Freeze/ }));
    await tabTo(page, sheet.getByRole('radio', { name: /^Auto/ }));
    await holdKey(page, 'ArrowRight', sheet.getByRole('radio', { name: 'Set' }));
    await tabTo(page, sheet.getByRole('textbox', { name: /^Length in seconds/ }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await tabTo(page, sheet.getByRole('button', { name: 'Export video' }));
    await page.keyboard.press('Enter');
    await exportIsReady(page);
  });

  test('the playhead goes by frames and seconds inside the selected shot, and splits it there; a question mark lists the keys', async ({
    page,
  }) => {
    await openPhotos(page, 3);
    await tabTo(page, timelineShots(page).nth(0));
    await page.keyboard.press('ArrowRight');
    await expect(timelineShots(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
    const position = page.getByRole('slider', { name: 'Position' });
    await expect(position).toHaveAttribute('aria-valuenow', '120');
    for (const [keys, frame] of [
      ['Period', 121],
      ['Period', 122],
      ['Shift+Period', 152],
      ['Comma', 151],
      ['Shift+Comma', 121],
      ['Shift+Period', 151],
    ] as const) {
      await page.keyboard.press(keys);
      await expect(position).toHaveAttribute('aria-valuenow', String(frame));
    }
    await expect(page.getByRole('status').filter({ hasText: '00:05.0' })).toBeAttached();
    await expect(timelineShots(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('s');
    await expect.poll(() => shotLengths(page)).toEqual([120, 31, 89, 120]);

    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden();
  });
});

test.describe('with a finger', () => {
  test.use({ viewport: PHONE.viewport, hasTouch: true, isMobile: true });

  test('shots are moved, split, deleted, trimmed, undone, kept over a reload, looked at with guides, and exported', async ({
    page,
  }) => {
    await openPhotos(page, 3);
    const before = await savedProject(page);
    const finger = await fingerOn(page);
    const from = await boxOf(timelineShots(page).nth(0));
    const to = await boxOf(timelineShots(page).nth(1));
    await finger.down(from.middle);
    // The shot shows that it is in hand once the finger has rested.
    await expect(timelineShots(page).nth(0)).toHaveCSS('opacity', '0.5');
    await finger.move({ x: from.middle.x + 20, y: from.middle.y });
    await finger.move(to.middle);
    await finger.up();
    await expect.poll(() => shotOrder(page)).toEqual(['photo-2', 'photo-1', 'photo-3']);

    const shot = await boxOf(timelineShots(page).nth(0));
    await page.touchscreen.tap(shot.middle.x, shot.middle.y);
    await page.getByRole('button', { name: 'Split at playhead' }).tap();
    await expect.poll(() => shotOrder(page)).toEqual(['photo-2', 'photo-2', 'photo-1', 'photo-3']);
    await page.getByRole('button', { name: 'Delete shot' }).tap();
    await expect(timelineShots(page)).toHaveCount(3);
    for (const tool of await page.getByRole('toolbar', { name: 'Timeline tools' }).getByRole('button').all()) {
      const { width, height } = await boxOf(tool);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }

    const whole = await shotLengths(page);
    const trimmed = await boxOf(timelineShots(page).nth(0));
    const edge = { x: trimmed.x + trimmed.width - 2, y: trimmed.middle.y };
    await finger.down(edge);
    await finger.move({ x: edge.x - 10, y: edge.y });
    await finger.move({ x: edge.x - trimmed.width / 3, y: edge.y });
    await finger.up();
    await expect.poll(async () => (await shotLengths(page))[0]).toBeLessThan(whole[0] ?? 0);

    // The four edits above and sixteen more.
    for (const [tool, taps, left] of [
      ['Duplicate shot', 5, 8],
      ['Delete shot', 5, 3],
      ['Duplicate shot', 6, 9],
    ] as const) {
      for (let edits = 0; edits < taps; edits++) await page.getByRole('button', { name: tool }).tap();
      await expect(timelineShots(page)).toHaveCount(left);
    }
    await undoAndRedoTwenty(page, {
      before,
      undo: () => page.getByRole('button', { name: 'Undo' }).tap(),
      redo: () => page.getByRole('button', { name: 'Redo' }).tap(),
    });
    await reopensAsItWas(page);

    const guides = page.getByRole('img', { name: /^The bright part/ });
    for (const [choice, shown] of [
      ['Reels', true],
      ['No guides', false],
    ] as const) {
      await page.getByRole('button', { name: /^Guides of/ }).tap();
      await page.getByRole('menuitemradio', { name: choice }).tap();
      await expect(guides).toBeVisible({ visible: shown });
    }
    await startShortExport(page, 2, tap);
    await exportIsReady(page);
  });
});
