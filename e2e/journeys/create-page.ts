import { expect, type Locator, type Page } from '@playwright/test';
import { photos } from '../support/pictures.ts';
import { storedRows } from '../support/stored-rows.ts';

/** The create screen as a person handles it, at the size of a laptop or of a phone. */

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ScreenSize {
  readonly name: 'laptop' | 'phone';
  readonly viewport: { readonly width: number; readonly height: number };
  readonly hasTouch: boolean;
}

export const LAPTOP: ScreenSize = { name: 'laptop', viewport: { width: 1366, height: 768 }, hasTouch: false };
export const PHONE: ScreenSize = { name: 'phone', viewport: { width: 390, height: 844 }, hasTouch: true };

/** Opens the page and waits until it can be used. */
export async function openCreate(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
}

/** Gives files to the page as its file dialog would. */
export async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.getByLabel('Photos, clips and a song').setInputFiles([...paths]);
}

/** Drops files from outside, on the window or on a part of it. */
export async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[],
  onto: Locator = page.locator('body'),
): Promise<void> {
  const encoded = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));
  await onto.evaluate((target, dropped) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    for (const kind of ['dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, encoded);
}

/** Waits until the preview shows the video. */
export async function previewIsReady(page: Page): Promise<void> {
  await expect(page.getByRole('img', { name: 'Video preview' })).toBeVisible();
  await expect(page.getByText('Preparing the preview')).toBeHidden({ timeout: 60_000 });
}

export async function pause(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Pause', exact: true });
  await button.click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
}

/** The shots of the timeline, in order. */
export function timelineShots(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name: /^Shot \d+ of \d+,/ });
}

/** File names of the shots without their endings, in the order of the timeline. */
export async function shotOrder(page: Page): Promise<string[]> {
  const names = await timelineShots(page).evaluateAll((shots) => shots.map((shot) => shot.getAttribute('aria-label')));
  return names.map((name) => /, ([\w-]+)\.\w+, /.exec(name ?? '')?.[1] ?? '?');
}

/** Lengths of the shots, in frames. */
export function shotLengths(page: Page): Promise<number[]> {
  return timelineShots(page).evaluateAll((shots) => shots.map((shot) => Number((shot as HTMLElement).dataset.frames)));
}

/** Photos of four seconds each, paused. */
export async function openPhotos(page: Page, count: number): Promise<void> {
  await openCreate(page);
  await chooseFiles(page, await photos(count));
  await previewIsReady(page);
  await pause(page);
  await expect(timelineShots(page)).toHaveCount(count);
}

export async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

/** Drags with the mouse; keys may be held meanwhile. */
export async function dragMouse(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** One finger on the page's screen. */
export interface Finger {
  down(at: Point): Promise<void>;
  move(to: Point): Promise<void>;
  up(): Promise<void>;
}

export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  return {
    down: ({ x, y }) => touch('touchStart', [{ x, y }]),
    move: ({ x, y }) => touch('touchMove', [{ x, y }]),
    up: () => touch('touchEnd', []),
  };
}

/** Where each shot of the timeline begins, in frames. */
export function shotStarts(page: Page): Promise<number[]> {
  return timelineShots(page).evaluateAll((shots) => shots.map((shot) => Number((shot as HTMLElement).dataset.start)));
}

/** By mouse or by finger. */
type Press = (target: Locator) => Promise<void>;
const click: Press = (target) => target.click();
export const tap: Press = (target) => target.tap();

export async function openExportSheet(page: Page, press = click): Promise<Locator> {
  await press(page.getByRole('button', { name: 'Export', exact: true }));
  const sheet = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** Sets the quickest export that there is, and starts it. */
export async function startShortExport(page: Page, seconds = 2, press = click): Promise<void> {
  const sheet = await openExportSheet(page, press);
  await press(sheet.getByRole('radio', { name: /^Freeze/ }));
  await press(sheet.getByRole('radio', { name: 'Set' }));
  const length = sheet.getByRole('textbox', { name: /^Length in seconds/ });
  await length.fill(String(seconds));
  await length.press('Enter');
  await expect(sheet.getByText(/^About .+, .+B$/)).toBeVisible();
  await press(sheet.getByRole('button', { name: 'Export video' }));
}

/** The sheet with what an export has made, once it is there. */
export async function finishedExport(page: Page): Promise<Locator> {
  const result = page.getByRole('dialog', { name: 'Your video' });
  await expect(result).toBeVisible({ timeout: 90_000 });
  return result;
}

/** Downloads what an export has made, once it is there. @returns its path. */
export async function saveFinishedVideo(page: Page, path: string): Promise<string> {
  const result = await finishedExport(page);
  const saving = page.waitForEvent('download');
  await result.getByRole('button', { name: 'Download video' }).click();
  await (await saving).saveAs(path);
  return path;
}

export async function isSaved(page: Page): Promise<void> {
  await expect(page.getByText('Saved', { exact: true })).toBeAttached();
}

/** The one project as it is stored, with every edit but the time of the last one. */
export async function savedProject(page: Page): Promise<Record<string, unknown>> {
  await isSaved(page);
  const [project, ...others] = await storedRows<Record<string, unknown>>(page, 'projects');
  if (!project || others.length > 0) throw new Error('It is not one project that is stored.');
  const { updatedAt, ...decisions } = project;
  expect(updatedAt).toEqual(expect.any(Number));
  return decisions;
}

/** Takes twenty edits back, one by one, to the project before them, and does them again to the one after them. */
export async function undoAndRedoTwenty(
  page: Page,
  { before, undo, redo }: { before: unknown; undo: () => Promise<void>; redo: () => Promise<void> },
): Promise<void> {
  const after = await savedProject(page);
  expect(after).not.toEqual(before);
  for (let steps = 0; steps < 20; steps++) await undo();
  await expect.poll(() => savedProject(page)).toEqual(before);
  for (let steps = 0; steps < 20; steps++) await redo();
  await expect.poll(() => savedProject(page)).toEqual(after);
}
