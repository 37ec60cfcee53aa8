import { expect, type Locator } from '@playwright/test';
import { COMPARED_RATE, frameAt } from '../support/clip-frames.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { copyClip, openDetails, openLibraryWith, pointAt, shown, tile } from '../support/library-tiles.ts';
import { decodeAnimation } from '../support/moving-picture.ts';
import { photo } from '../support/pictures.ts';
import { psnr } from '../support/pixels.ts';
import { ffmpeg } from '../support/process.ts';
import { storedRows } from '../support/stored-rows.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { violations } from './axe.ts';
import { LAPTOP, PHONE } from './create-page.ts';

/** The library's pictures: a clip is looked through by pointer, finger and keys, plays in little, and a track is heard. */

/** Longer than a pointer has to rest for a clip to play, in milliseconds. */
const RESTED_MS = 2_000;

const CLIP_SECONDS = 8;

const MANY = 5_000;

/** The scene of a clip as ffmpeg has it, soft as photographs are. */
const SCENE = `testsrc2=s=640x360:r=${COMPARED_RATE},gblur=sigma=4,trim=duration=${CLIP_SECONDS}`;

function clip(name = 'sea.mp4'): Promise<string> {
  const source = `${SCENE},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`;
  const args = ['-c:v', 'libx264', '-crf', '14', '-colorspace', 'bt709', '-color_range', 'tv', '-f', 'mp4'];
  return cachedFixture(name, { source, args }, (path) => ffmpeg(['-f', 'lavfi', '-i', source, ...args, path]));
}

function track(): Promise<string> {
  return clickTrack({ name: 'song.wav', format: 'wav', seconds: 6, clicks: [1, 2, 3, 4, 5] });
}

test('a pointer over a clip goes through its beginning, its middle and its end', async ({ page }) => {
  await openLibraryWith(page, [await clip()]);
  await expect.poll(() => shown(page, 'sea.mp4')).toBe('thumbnail');
  for (const [share, picture] of [
    [0, 'strip 0'],
    [0.5, 'strip 4'],
    [1, 'strip 8'],
  ] as const) {
    await pointAt(page, 'sea.mp4', share);
    await expect.poll(() => shown(page, 'sea.mp4'), { intervals: [20] }).toBe(picture);
  }
  await page.mouse.move(2, 2);
  await expect.poll(() => shown(page, 'sea.mp4')).toBe('thumbnail');
});

test('the keys go through the clip that has the cursor, and say where they are', async ({ page }) => {
  await openLibraryWith(page, [await clip()]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('listbox', { name: 'Media' }).focus();
  await page.keyboard.press('ArrowRight');
  for (const picture of ['strip 0', 'strip 1', 'strip 2']) {
    await page.keyboard.press('.');
    await expect.poll(() => shown(page, 'sea.mp4')).toBe(picture);
  }
  await expect(page.getByText('At 0:02 of 0:08')).toBeAttached();
  await page.keyboard.press(',');
  await expect.poll(() => shown(page, 'sea.mp4')).toBe('strip 1');
});

test('a clip under a pointer that rests plays in little, made once and kept', async ({ page }) => {
  await openLibraryWith(page, [await clip()]);
  expect(await storedRows(page, 'animations')).toEqual([]);
  await pointAt(page, 'sea.mp4', 0.5);
  await expect.poll(() => shown(page, 'sea.mp4'), { timeout: 30_000 }).toBe('moving');
  expect(await storedRows(page, 'animations')).toHaveLength(1);
  const moving = await decodeAnimation(page);
  expect(moving).toMatchObject({ width: 280, height: 158, repetitions: 1 });
  expect(moving.frames.map(({ milliseconds }) => milliseconds)).toEqual(Array.from({ length: 12 }, () => 200));
  for (const [index, { base64 }] of moving.frames.entries()) {
    const picture = { width: moving.width, height: moving.height, data: new Uint8Array(Buffer.from(base64, 'base64')) };
    const time = ((index + 0.5) / 12) * CLIP_SECONDS;
    expect(psnr(picture, await frameAt(await clip(), time, picture)), `picture ${index}`).toBeGreaterThan(27);
  }
  // The kept one comes at once, and with no worker.
  await page.reload();
  await pointAt(page, 'sea.mp4', 0.4);
  await expect.poll(() => shown(page, 'sea.mp4')).toBe('moving');
  expect(page.workers().filter((worker) => worker.url().includes('animation'))).toEqual([]);
});

test('a clip that has the cursor of the keys plays in little', async ({ page }) => {
  await openLibraryWith(page, [await clip()]);
  await page.getByRole('listbox', { name: 'Media' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shown(page, 'sea.mp4'), { timeout: 30_000 }).toBe('moving');
});

test('nothing moves for those who want less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLibraryWith(page, [await clip()]);
  await pointAt(page, 'sea.mp4', 0.5);
  const start = await page.evaluate(() => performance.now());
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(start + RESTED_MS);
  expect(await shown(page, 'sea.mp4')).toBe('strip 4');
  expect(await storedRows(page, 'animations')).toEqual([]);
});

test('a moving preview goes with its clip', async ({ page }) => {
  await openLibraryWith(page, [await clip()]);
  await pointAt(page, 'sea.mp4', 0.5);
  await expect.poll(async () => (await storedRows(page, 'animations')).length, { timeout: 30_000 }).toBe(1);
  await page.evaluate(async () => {
    const [asset] = (await window.studio?.assets.list()) ?? [];
    await window.studio?.assets.remove(asset?.id ?? '');
  });
  expect(await storedRows(page, 'animations')).toEqual([]);
});

test(`of ${MANY} clips, pictures of those in sight are loaded, and the others' addresses are freed`, async ({
  page,
}) => {
  await page.addInitScript(() => {
    const live = new Set<string>();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL.call(URL, blob);
      live.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      live.delete(url);
      revokeObjectURL.call(URL, url);
    };
    Object.assign(window, { liveUrls: live });
  });
  const liveUrls = () => page.evaluate(() => (window as Window & { liveUrls?: Set<string> }).liveUrls?.size ?? -1);
  await openLibraryWith(page, [await clip()]);
  await copyClip(page, MANY - 2);
  // The page looks again once it changes a row itself; a restart would miss the copies' bytes.
  await page
    .getByLabel('Files for the library')
    .setInputFiles(await photo({ name: 'photo.jpg', width: 480, height: 640 }));
  await expect(page.getByText(`${MANY} files`, { exact: true })).toBeVisible();
  const list = page.getByRole('listbox', { name: 'Media' });
  await list.focus();
  for (const [key, place] of [
    ['End', MANY],
    ['Home', 1],
  ] as const) {
    await page.keyboard.press(key);
    const reached = page.locator(`[role=option][aria-posinset="${place}"]`);
    await expect(reached.locator('img, canvas')).toBeInViewport();
  }
  for (let index = 2; index < 12; index++) await page.locator(`[role=option][aria-posinset="${index}"]`).hover();
  await page.mouse.move(2, 2);
  await expect.poll(liveUrls).toBeLessThanOrEqual(await list.getByRole('option').count());
});

test('a finger that stays looks through a clip, and neither scrolls nor chooses', async ({ browser }) => {
  const context = await browser.newContext({ viewport: PHONE.viewport, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await openLibraryWith(page, [await clip()]);
  const box = await tile(page, 'sea.mp4').boundingBox();
  if (!box) throw new Error('The clip is not in sight.');
  const touch = await context.newCDPSession(page);
  const at = (share: number) => [{ x: box.x + 2 + share * (box.width - 4), y: box.y + box.height * 0.3 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.5) });
  await expect.poll(() => shown(page, 'sea.mp4')).toBe('strip 4');
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(0.98) });
  await expect.poll(() => shown(page, 'sea.mp4')).toBe('strip 8');
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(() => shown(page, 'sea.mp4')).toBe('thumbnail');
  await expect(tile(page, 'sea.mp4')).toHaveAttribute('aria-selected', 'false');
  await context.close();
});

test('a clip is looked through in its details without a pointer', async ({ page }, info) => {
  await openLibraryWith(page, [await clip()]);
  await openDetails(page, 'sea.mp4');
  const details = page.getByRole('dialog', { name: 'Details' });
  const slider = details.getByRole('slider', { name: 'Look through' });
  await slider.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '00:08.0');
  await expect(details.getByText('Codec')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('clip-details.png') });
});

test('a track is drawn from its stored peaks, played and gone through, in its details', async ({ page }, info) => {
  await page.addInitScript(() => {
    const counted = window as Window & { decodes?: number };
    counted.decodes = 0;
    const { decodeAudioData } = BaseAudioContext.prototype;
    BaseAudioContext.prototype.decodeAudioData = function (...args: Parameters<typeof decodeAudioData>) {
      counted.decodes = (counted.decodes ?? 0) + 1;
      return decodeAudioData.apply(this, args);
    };
  });
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await openLibraryWith(page, [await track()]);
  await expect(tile(page, 'song.wav').locator('svg path').first()).toBeAttached();
  const waves = () => scripts.filter((path) => /\/wave-[^/]+\.js$/.test(path));
  expect(waves()).toEqual([]);

  await openDetails(page, 'song.wav');
  const place = page.getByRole('slider', { name: 'Place in song.wav' });
  await expect(place).toHaveAttribute('aria-valuetext', '0:00 of 0:06');
  expect(waves()).toHaveLength(1);
  // Five clicks over a quiet tone: five tall bars, in the colour of quiet text.
  await expect.poll(() => tallRuns(place)).toBe(5);

  await place.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(place).toHaveAttribute('aria-valuenow', '2');
  // Faster than the browser seeks: the last key counts.
  await pressAtOnce(place, ['ArrowRight', 'Home', 'End']);
  await expect(place).toHaveAttribute('aria-valuenow', '6');
  await page.keyboard.press('Home');
  await expect(place).toHaveAttribute('aria-valuenow', '0');

  const box = await place.boundingBox();
  if (!box) throw new Error('The waveform is not in sight.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(place).toHaveAttribute('aria-valuenow', '3');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  const reached = async () => Number(await place.getAttribute('aria-valuenow'));
  await expect.poll(reached, { intervals: [50] }).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  expect(await page.evaluate(() => (window as Window & { decodes?: number }).decodes)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('track-details.png') });
});

for (const screen of [LAPTOP, PHONE]) {
  test(`clips and tracks look right on a ${screen.name}`, async ({ page }, info) => {
    await page.setViewportSize(screen.viewport);
    await openLibraryWith(page, [await clip(), await track()]);
    await expect(tile(page, 'song.wav').locator('svg path').first()).toBeAttached();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`library-${screen.name}.png`) });
    await openDetails(page, 'song.wav');
    await expect.poll(() => tallRuns(page.getByRole('slider', { name: 'Place in song.wav' }))).toBe(5);
    await page.screenshot({ path: info.outputPath(`track-${screen.name}.png`) });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(screen.viewport.width);
  });
}

/** How many stretches of the waveform reach above half of its height. */
function tallRuns(place: Locator): Promise<number> {
  return place.evaluate((element) => {
    const roots = [...element.querySelectorAll('*')].flatMap((child) => (child.shadowRoot ? [child.shadowRoot] : []));
    const canvas = roots.flatMap((root) => [...root.querySelectorAll('canvas')])[0];
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return -1;
    const { width, height } = canvas;
    // Between a tenth and a fifth from the top, where quiet sound does not reach.
    const row = context.getImageData(0, Math.floor(height * 0.2), width, 1).data;
    let runs = 0;
    let last = Number.NEGATIVE_INFINITY;
    for (let x = 0; x < width; x++) {
      if ((row[x * 4 + 3] ?? 0) < 128) continue;
      if (x - last > width / 40) runs++;
      last = x;
    }
    return runs;
  });
}

/** All in one task of the page: no seek can end between them. */
function pressAtOnce(target: Locator, keys: readonly string[]): Promise<void> {
  return target.evaluate((element, pressed) => {
    for (const key of pressed) element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }, keys);
}
