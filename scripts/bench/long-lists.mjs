import { inProject } from '../lib/paths.mjs';
import { longestTask } from './main-thread.mjs';

/** Screens of hundreds and thousands of rows. */

/** @typedef {import('../studio/session.mjs').Session} Session */

const ASSETS = 5_000;
const ROWS = 200;
const PHOTO = inProject('public/demo/photo-1.jpg');
const SCROLL_SECONDS = 5;
/** In CSS pixels: a screen of tiles goes by in a third of a second. */
const PIXELS_A_FRAME = 40;

/**
 * A library of thousands is scrolled through, a step for each frame of the screen.
 * @param {Session} session @returns {Promise<number>} frames a second
 */
export async function scrolledFrames({ page }) {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/#library');
  await page.getByLabel('Files for the library').setInputFiles(PHOTO);
  await page.getByText('1 file', { exact: true }).waitFor();
  await page.evaluate(copyAsset, ASSETS - 1);
  await page.reload();
  await page.getByText(`${ASSETS} files`, { exact: true }).waitFor();
  await page.getByRole('listbox', { name: 'Media' }).getByRole('option').first().waitFor();
  return await page.evaluate(scrollThrough, { seconds: SCROLL_SECONDS, step: PIXELS_A_FRAME });
}

/** A table of the most rows is taken in by the batch's page. @param {Session} session @returns {Promise<number>} milliseconds */
export async function longestTaskOfTable({ page }) {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/#batch');
  const files = page.getByLabel('Add photos, clips, tracks or a table');
  await files.waitFor({ state: 'attached' });
  const lines = Array.from({ length: ROWS }, (_, index) => `Hook of row ${index + 1},photo-${index + 1}.jpg`);
  const buffer = Buffer.from(['hook,photos', ...lines].join('\n'));
  return await longestTask(page, async () => {
    await files.setInputFiles({ name: 'jobs.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('listitem', { name: `Row ${ROWS}`, exact: true }).waitFor();
  });
}

/** In the page: rows of one stored asset and its picture, again and again. @param {number} copies */
async function copyAsset(copies) {
  /** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await answer(indexedDB.open('studio-default'));
  const writing = database.transaction(['assets', 'thumbnails'], 'readwrite');
  const [assets, thumbnails] = [writing.objectStore('assets'), writing.objectStore('thumbnails')];
  const [[asset], [thumbnail]] = await Promise.all([answer(assets.getAll()), answer(thumbnails.getAll())]);
  for (let copy = 1; copy <= copies; copy++) {
    const id = crypto.randomUUID();
    const hash = copy.toString(16).padStart(64, '0');
    assets.add({ ...asset, id, hash, name: `photo ${copy}.jpg`, importedAt: asset.importedAt - copy });
    thumbnails.add({ ...thumbnail, assetId: id });
  }
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onabort = () => reject(writing.error);
  });
  database.close();
}

/** In the page. @param {{ seconds: number, step: number }} how @returns {Promise<number>} frames a second */
function scrollThrough({ seconds, step }) {
  const start = performance.now();
  let frames = 0;
  return new Promise((resolve) => {
    const next = () => {
      const passed = (performance.now() - start) / 1000;
      if (passed >= seconds) return resolve(frames / passed);
      frames++;
      document.querySelector('main')?.scrollBy(0, step);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}
