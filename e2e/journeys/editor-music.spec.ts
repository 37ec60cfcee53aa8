import { expect, type Page } from '@playwright/test';
import { cutTimes } from '../support/cuts.ts';
import { plainPicture } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import {
  boxOf,
  chooseFiles,
  fingerOn,
  isSaved,
  LAPTOP,
  openCreate,
  openExportSheet,
  PHONE,
  pause,
  previewIsReady,
  shotStarts,
  tabTo,
  timelineShots,
} from './create-page.ts';

/** Frames of a beat at 120 BPM and 30 frames a second. */
const BEAT = 15;
const SECONDS = 12;

/** Three photos of one colour each, and clicks at 120 BPM whose beats were found. */
async function openMusic(page: Page): Promise<void> {
  const clicks = Array.from({ length: 2 * SECONDS }, (_, index) => index / 2);
  await openCreate(page);
  await chooseFiles(page, [
    await plainPicture('flat-red.png', '#C82828'),
    await plainPicture('flat-green.png', '#28C828'),
    await plainPicture('flat-blue.png', '#2828C8'),
    await clickTrack({ name: 'click-120.wav', format: 'wav', seconds: SECONDS, clicks }),
  ]);
  await previewIsReady(page);
  await pause(page);
  await expect(page.locator('[data-beats]')).toBeAttached({ timeout: 60_000 });
  await expect.poll(async () => (await shotStarts(page)).every((start) => offBeat(start) <= 1)).toBe(true);
}

function offBeat(frame: number): number {
  return Math.abs(frame - Math.round(frame / BEAT) * BEAT);
}

/** The frame nearest to each beat that was found. */
function beatFrames(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const [track] = (await window.studio?.assets.list('audio')) ?? [];
    const grid = track && (await window.studio?.beats.cached(track.id));
    if (!grid) throw new Error('Nobody has listened to the music.');
    return grid.beats.map((beat) => Math.round(beat * 30));
  });
}

/** Where the first cut lies, in frames. */
async function firstCut(page: Page): Promise<number> {
  return (await shotStarts(page))[1] ?? 0;
}

/** Drags the first cut by mouse, with a key held. */
async function dragFirstCut(page: Page, frames: number, key?: 'Alt'): Promise<void> {
  const shot = await boxOf(timelineShots(page).nth(0));
  const edge = { x: shot.x + shot.width, y: shot.middle.y };
  const framePixels = shot.width / (await firstCut(page));
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  if (key) await page.keyboard.down(key);
  await page.mouse.move(edge.x + frames * framePixels, edge.y, { steps: 4 });
  if (!key) await expect(page.getByText(/^\d+\.\d s, \d+ beats?$/)).toBeVisible();
  await page.mouse.up();
  if (key) await page.keyboard.up(key);
}

/** Exports all of it with still pictures, which is quick, and answers where its cuts are, in seconds. */
async function cutsOfExport(page: Page, path: string): Promise<number[]> {
  const sheet = await openExportSheet(page);
  await sheet.getByRole('radio', { name: /^Freeze/ }).click();
  await expect(sheet.getByText(/^About .+, .+B$/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Export video' }).click();
  const result = page.getByRole('dialog', { name: 'Your video' });
  await expect(result).toBeVisible({ timeout: 120_000 });
  const download = page.waitForEvent('download');
  await result.getByRole('button', { name: 'Download video' }).click();
  await (await download).saveAs(path);
  return await cutTimes(path, 24);
}

test.describe('on a laptop', () => {
  test.use({ viewport: LAPTOP.viewport });

  test('a cut is dragged to the beats by mouse, undone, redone, kept over a reload, and exported on its beat', async ({
    page,
  }, testInfo) => {
    test.setTimeout(240_000);
    await openMusic(page);
    const beats = await beatFrames(page);
    const planned = await firstCut(page);
    await dragFirstCut(page, -2 * BEAT + 2);
    await expect(timelineShots(page).nth(0)).toHaveAccessibleName(/length set/);
    const snapped = await firstCut(page);
    expect(beats).toContain(snapped);
    expect(Math.abs(snapped - (planned - 2 * BEAT))).toBeLessThanOrEqual(1);

    await dragFirstCut(page, 7, 'Alt');
    await expect.poll(async () => beats.includes(await firstCut(page))).toBe(false);
    expect(offBeat(await firstCut(page))).toBeGreaterThan(3);
    await dragFirstCut(page, -5);
    await expect.poll(() => firstCut(page)).toBe(snapped);

    const edited = await shotStarts(page);
    for (let presses = 0; presses < 20; presses++) await page.keyboard.press('Control+z');
    await expect(timelineShots(page)).toHaveCount(0);
    for (let presses = 0; presses < 20; presses++) await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => shotStarts(page)).toEqual(edited);
    await isSaved(page);
    await page.reload();
    await previewIsReady(page);
    await expect.poll(() => shotStarts(page)).toEqual(edited);

    const cuts = await cutsOfExport(page, testInfo.outputPath('video.mp4'));
    const frame = 1 / 24;
    expect(Math.min(...cuts.map((cut) => Math.abs(cut - snapped / 30)))).toBeLessThanOrEqual(frame);
    expect(cuts.filter((cut) => Math.abs(cut * 2 - Math.round(cut * 2)) / 2 > frame)).toEqual([]);
  });

  test('a cut goes from beat to beat by keyboard alone, undone, redone and kept over a reload', async ({ page }) => {
    await openMusic(page);
    const beats = await beatFrames(page);
    await tabTo(page, timelineShots(page).nth(0));
    const planned = await firstCut(page);
    const before = beats.findLastIndex((beat) => beat < planned);
    await page.keyboard.press('[');
    await expect.poll(() => firstCut(page)).toBe(beats[before]);
    await page.keyboard.press('[');
    await expect.poll(() => firstCut(page)).toBe(beats[before - 1]);
    await page.keyboard.press(']');
    await expect.poll(() => firstCut(page)).toBe(beats[before]);
    await expect(timelineShots(page).nth(0)).toBeFocused();

    const edited = await shotStarts(page);
    for (let presses = 0; presses < 20; presses++) await page.keyboard.press('Control+z');
    await expect(timelineShots(page)).toHaveCount(0);
    for (let presses = 0; presses < 20; presses++) await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => shotStarts(page)).toEqual(edited);
    await isSaved(page);
    await page.reload();
    await previewIsReady(page);
    await expect.poll(() => shotStarts(page)).toEqual(edited);
  });

  test('what repeats to the music is edited shot by shot, and undone as one step', async ({ page }) => {
    await openMusic(page);
    await page.getByRole('radio', { name: 'Energetic' }).click();
    await expect.poll(() => timelineShots(page).count()).toBeGreaterThan(5);
    const before = await shotStarts(page);
    await timelineShots(page).nth(4).click();
    await page.keyboard.press('Delete');
    await expect(timelineShots(page)).toHaveCount(before.length - 1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => shotStarts(page)).toEqual(before);
  });

  test('the beats are halved, doubled, shifted and taken back, and the cuts follow', async ({ page }) => {
    await openMusic(page);
    await page.getByRole('radio', { name: 'Energetic' }).click();
    await page.getByRole('button', { name: /^Sound/ }).click();
    const tempo = page.getByRole('complementary', { name: 'Look' }).getByText(/^\d+ BPM$/);
    const ticks = page.locator('[data-beats]');
    const found = Number(await ticks.getAttribute('data-beats'));
    await expect(tempo).toHaveText('120 BPM');
    await page.getByRole('button', { name: 'Halve' }).click();
    await expect(tempo).toHaveText('60 BPM');
    await expect(ticks).toHaveAttribute('data-beats', String(Math.ceil(found / 2)));
    const isOnHalved = (start: number) => Math.abs(start % (2 * BEAT)) % (2 * BEAT - 1) <= 1;
    const isOnOther = (start: number) => Math.abs((start % (2 * BEAT)) - BEAT) <= 1;
    await expect
      .poll(async () => {
        const cuts = (await shotStarts(page)).slice(1);
        return cuts.length > 1 && (cuts.every(isOnHalved) || cuts.every(isOnOther));
      })
      .toBe(true);
    for (const text of ['120 BPM', '240 BPM']) {
      await page.getByRole('button', { name: 'Double' }).click();
      await expect(tempo).toHaveText(text);
    }
    await page.getByRole('button', { name: 'Halve' }).click();
    await expect(tempo).toHaveText('120 BPM');
    for (let presses = 0; presses < 5; presses++) {
      await page.getByRole('button', { name: 'Shift the beats later' }).click();
    }
    await expect(page.getByText('Shift 100 ms')).toBeVisible();
    // A tenth of a second is three frames.
    await expect
      .poll(async () => {
        const cuts = (await shotStarts(page)).slice(1);
        return cuts.length > 1 && cuts.every((cut) => offBeat(cut - 3) <= 1);
      })
      .toBe(true);
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect(tempo).toHaveText('120 BPM');
    await expect(page.getByText('Shift 0 ms')).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE.viewport, hasTouch: true, isMobile: true });

  test('a cut is dragged to the beats by finger', async ({ page }) => {
    await openMusic(page);
    const beats = await beatFrames(page);
    const planned = await firstCut(page);
    const shot = await boxOf(timelineShots(page).nth(0));
    await page.touchscreen.tap(shot.middle.x, shot.middle.y);
    const framePixels = shot.width / planned;
    const edge = { x: shot.x + shot.width - 2, y: shot.middle.y };
    const finger = await fingerOn(page);
    await finger.down(edge);
    await finger.move({ x: edge.x - 10, y: edge.y });
    await finger.move({ x: edge.x - (2 * BEAT - 3) * framePixels, y: edge.y });
    await finger.up();
    await expect.poll(() => firstCut(page)).not.toBe(planned);
    expect(beats).toContain(await firstCut(page));
  });
});
