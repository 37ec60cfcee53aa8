import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Download, expect, type Page } from '@playwright/test';
import type { BatchRun } from '#core/batch/batch-run.ts';
import type { RenderJob } from '#core/job/job.ts';
import { photo } from '../support/pictures.ts';
import { probeMedia } from '../support/probe.ts';
import { storedRows } from '../support/stored-rows.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { violations } from './axe.ts';
import { dropFiles, LAPTOP, PHONE } from './create-page.ts';

const FILES = /Add photos, clips, tracks or a table/;

function small(name: string, seed: number): Promise<string> {
  return photo({ name, width: 320, height: 480, seed });
}

/** Two photos and a song. */
function media(): Promise<string[]> {
  return Promise.all([
    small('ring.jpg', 3),
    small('pearls.jpg', 4),
    clickTrack({ name: 'song.mp3', format: 'mp3', seconds: 4, clicks: [1] }),
  ]);
}

/** Without the pickers of a browser with a window: nobody can answer them here. */
async function openBatch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    Reflect.deleteProperty(window, 'showDirectoryPicker');
  });
  await page.goto('/#batch');
  await expect(page.getByRole('heading', { name: 'Batch', level: 1 })).toBeVisible();
  await expect(page.getByRole('listitem', { name: 'Row 1' })).toBeVisible();
}

async function addTable(page: Page, text: string, name = 'jobs.csv'): Promise<void> {
  await page.getByLabel(FILES).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

async function addMedia(page: Page): Promise<void> {
  await page.getByLabel(FILES).setInputFiles(await media());
  await expect(page.getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(3);
}

async function chooseQuickest(page: Page): Promise<void> {
  await page.getByLabel('Quality').selectOption('Freeze');
  await page.getByRole('radio', { name: '1:1' }).click();
}

function start(page: Page, videos: number): Promise<void> {
  return page.getByRole('button', { name: videos === 1 ? 'Make 1 video' : `Make ${videos} videos` }).click();
}

function videoRows(page: Page) {
  return page.getByRole('list', { name: 'Videos' }).getByRole('listitem');
}

async function unpacked(download: Download): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'studio-e2e-'));
  const path = join(folder, 'batch.zip');
  await download.saveAs(path);
  // Not the product's own reader: it would forgive the product's writer.
  await promisify(execFile)('python3', ['-m', 'zipfile', '-e', path, join(folder, 'out')]);
  return join(folder, 'out');
}

/** How a batch or its saving ended, as it stands on the screen: screen readers are told the same. */
function ended(page: Page, words: string) {
  return page.getByRole('region', { name: 'Progress' }).getByText(words);
}

/** Each may list what is wrong with it. */
function tableRows(page: Page) {
  return page.getByRole('listitem', { name: /^Row \d+$/ });
}

function jobsOf(page: Page): Promise<RenderJob[]> {
  return storedRows<RenderJob>(page, 'jobs');
}

test('a table of three rows, one of them wrong, becomes two videos in one ZIP', async ({ page }) => {
  await openBatch(page);
  await addMedia(page);
  await chooseQuickest(page);
  await addTable(
    page,
    '\uFEFFhook;photos;track;name;length;colour\r\n"The ""gold"" edit;\r\nonly today";ring.jpg|PEARLS.jpg;song.mp3;;2;red\r\nNobody sees this;lost.jpg;;;;\r\nPlain;photos/pearls.jpg;;Second;1,5;\r\n',
  );
  await expect(page.getByRole('alert')).toContainText('colour');
  await expect(page.getByLabel('Hook, row 1')).toHaveValue('The "gold" edit;\nonly today');
  await expect(page.getByRole('listitem', { name: 'Row 2' })).toContainText('There is no file “lost.jpg” here yet.');
  await page.getByRole('region', { name: 'What is wrong' }).getByRole('button', { name: 'Row 2' }).click();
  await expect(page.getByLabel('Photos and clips, row 2')).toBeFocused();
  await expect(page.getByLabel('Photos and clips, row 2')).toHaveAccessibleDescription(/lost\.jpg/);
  await start(page, 2);
  await expect(ended(page, '2 of 3 videos are ready')).toBeVisible({ timeout: 90_000 });
  await expect(videoRows(page).nth(1)).toContainText('Row 2: There is no file “lost.jpg” here yet.');

  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save 2 videos as ZIP' }).click(),
  ]);
  const folder = await unpacked(zip);
  expect((await readdir(folder)).toSorted()).toEqual(['01 The gold edit;.mp4', '03 Second.mp4', 'batch.csv']);
  const [first, second] = await Promise.all([
    probeMedia(join(folder, '01 The gold edit;.mp4')),
    probeMedia(join(folder, '03 Second.mp4')),
  ]);
  expect(first.video).toMatchObject({ codec_name: 'h264', width: 720, height: 720, nb_read_frames: '48' });
  expect(first.audio).toMatchObject({ codec_name: 'aac' });
  expect(second.video).toMatchObject({ nb_read_frames: '36' });
  expect(await readFile(join(folder, 'batch.csv'), 'utf8')).toMatch(/^2,Nobody sees this,refused,,.*lost\.jpg/m);

  const projects = (await jobsOf(page)).map(({ project }) => project);
  const shown = projects.map((project) => ('hook' in project ? [project.hook, project.items.length] : null));
  expect(shown.toSorted()).toEqual([
    ['Plain', 1],
    ['The "gold" edit;\nonly today', 2],
  ]);
  // Each photo is in the library once, whatever the number of rows that show it.
  expect(await storedRows(page, 'assets')).toHaveLength(3);
  await page.getByRole('button', { name: 'Back to the table' }).click();
  await expect(page.getByLabel('Photos and clips, row 2')).toHaveValue('lost.jpg');
});

test('a hook that is a formula is refused in words, and nothing is lost', async ({ page }) => {
  await openBatch(page);
  await addMedia(page);
  await addTable(
    page,
    'hook,photos\n"=HYPERLINK(""https://evil.example"")",ring.jpg\n-50 % today,ring.jpg\n+1+1,ring.jpg\n',
  );
  const row = (number: number) => page.getByRole('listitem', { name: `Row ${number}` });
  await expect(row(1)).toContainText('looks like a formula of a spreadsheet');
  await expect(row(3)).toContainText('looks like a formula of a spreadsheet');
  await expect(page.getByLabel('Hook, row 1')).toHaveValue('=HYPERLINK("https://evil.example")');
  await expect(page.getByRole('button', { name: 'Make 1 video' })).toBeVisible();
  await page.getByLabel('Hook, row 3').fill("'+1+1");
  await expect(page.getByRole('button', { name: 'Make 2 videos' })).toBeVisible();
});

test('a table that cannot be read is refused with its line, and the one that is there stays', async ({ page }) => {
  await openBatch(page);
  await page.getByLabel('Hook, row 1').fill('Typed by hand');
  await addTable(page, 'hook,photos\nfine,a.jpg\n"never closed,b.jpg\n', 'broken.csv');
  await expect(page.getByRole('alert')).toContainText(
    'broken.csv: Line 3, column 1: the quote that opens here is never closed',
  );
  await addTable(page, `hook\n${'x\n'.repeat(200)}`, 'long.csv');
  await expect(page.getByRole('alert')).toContainText('at most 200 videos. Nothing of it was added.');
  await dropFiles(page, [{ name: 'old.csv', type: 'text/csv', bytes: Buffer.from('hook\nGr\xfc\xdfe', 'latin1') }]);
  await expect(page.getByRole('alert')).toContainText('old.csv was not read: it is no text in UTF-8.');
  await expect(tableRows(page)).toHaveCount(1);
  await expect(page.getByLabel('Hook, row 1')).toHaveValue('Typed by hand');
});

test('a batch is typed with the keyboard alone, and outlives a reload', async ({ page }) => {
  await openBatch(page);
  await addMedia(page);
  await page.getByRole('button', { name: 'A row for each of 2 new photos' }).press('Enter');
  await expect(page.getByLabel('Photos and clips, row 2')).toHaveValue('pearls.jpg');
  await page.getByLabel('Hook, row 1').focus();
  await page.keyboard.type('First');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Choose photos and clips of row 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  // The menu takes the focus a moment after it has opened, and moves it a moment after the key.
  await expect(page.getByRole('menuitemcheckbox', { name: 'ring.jpg' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitemcheckbox', { name: 'pearls.jpg' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Photos and clips, row 1')).toHaveValue('ring.jpg|pearls.jpg');
  await page.getByLabel('Track, row 1').selectOption('song.mp3');
  await page.getByRole('button', { name: 'Remove row 2' }).press('Enter');
  await page.getByRole('button', { name: 'Add a row' }).press('Enter');
  await page.getByLabel('Style, row 2').selectOption('Bold sale');
  await expect(page.getByRole('listitem', { name: 'Row 2' })).toContainText('Name at least one photo or clip');
  await expect.poll(async () => JSON.stringify(await storedRows(page, 'settings'))).toContain('bold-sale');
  await page.reload();
  await expect(page.getByLabel('Photos and clips, row 1')).toHaveValue('ring.jpg|pearls.jpg');
  await expect(page.getByLabel('Style, row 2')).toHaveValue('bold-sale');
  await expect(page.getByRole('button', { name: 'Make 1 video' })).toBeVisible();
});

test('a batch that is reloaded in the middle goes on, and no row is made twice', async ({ page }) => {
  await openBatch(page);
  await addMedia(page);
  await chooseQuickest(page);
  await addTable(page, 'hook,photos,seconds\nA,ring.jpg,2\nB,pearls.jpg,2\nC,ring.jpg|pearls.jpg,2\nD,ring.jpg,2\n');
  await start(page, 4);
  // Somewhere between the first that is queued and the last that is ready.
  await expect.poll(async () => (await jobsOf(page)).length).toBeGreaterThan(0);
  await page.reload();
  await expect(ended(page, 'All 4 videos are ready')).toBeVisible({ timeout: 90_000 });
  const hooks = (await jobsOf(page)).map(({ project }) => ('hook' in project ? project.hook : null));
  expect(hooks.toSorted()).toEqual(['A', 'B', 'C', 'D']);
});

test('a batch is cancelled as a whole, tried again, and left for another', async ({ page }) => {
  await openBatch(page);
  await addMedia(page);
  await chooseQuickest(page);
  await addTable(page, 'hook,photos,seconds\nA,ring.jpg,2\nB,pearls.jpg,2\n');
  // Held back, so that the cancel meets jobs that wait.
  await page.evaluate(() => window.studio?.queue.pause());
  await start(page, 2);
  await expect.poll(async () => (await jobsOf(page)).length).toBe(2);
  await page.getByRole('button', { name: 'Cancel all' }).click();
  await expect(ended(page, '0 of 2 videos are ready')).toBeVisible();
  expect((await jobsOf(page)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  await page.evaluate(() => window.studio?.queue.resume());
  await page.getByRole('button', { name: 'Try 2 again' }).click();
  await expect(ended(page, 'All 2 videos are ready')).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'New batch' }).click();
  await expect(tableRows(page)).toHaveCount(1);
  await expect(page.getByText('Fill in a row first, or add a table.')).toBeVisible();
});

/** Bytes of the files in the folder that stands for the person's. */
function sizesInChosen(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen');
    const found: Record<string, number> = {};
    for await (const [name, handle] of folder.entries()) {
      if (handle instanceof FileSystemFileHandle) found[name] = (await handle.getFile()).size;
    }
    return found;
  });
}

test('videos are saved into a folder, beside what is there, or as a ZIP where the person says', async ({ page }) => {
  await openBatch(page);
  // A real folder and a real file, of the browser's own file system: their dialogs need a person.
  await page.addInitScript(() => {
    const chosen = async () => {
      const root = await navigator.storage.getDirectory();
      return await root.getDirectoryHandle('chosen', { create: true });
    };
    const named = async ({ suggestedName }: { suggestedName: string }) =>
      await (await chosen()).getFileHandle(suggestedName, { create: true });
    Object.defineProperty(window, 'showDirectoryPicker', { value: chosen });
    Object.defineProperty(window, 'showSaveFilePicker', { value: named });
  });
  await page.reload();
  await addMedia(page);
  await chooseQuickest(page);
  await addTable(page, 'hook,photos,seconds,name\nA,ring.jpg,1,One\n');
  await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true });
    const writable = await (await folder.getFileHandle('01 One.mp4', { create: true })).createWritable();
    await writable.write('mine');
    await writable.close();
  });
  await start(page, 1);
  await expect(ended(page, 'The video is ready')).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Save to a folder' }).click();
  await expect(ended(page, '1 video saved in the folder chosen.')).toBeVisible();
  const files = await sizesInChosen(page);
  expect(Object.keys(files).toSorted()).toEqual(['01 One (2).mp4', '01 One.mp4', 'batch.csv']);
  expect(files['01 One.mp4']).toBe(4);
  const [job] = await jobsOf(page);
  const bytes = job?.output?.bytes ?? 0;
  expect(files['01 One (2).mp4']).toBe(bytes);
  await page.getByRole('button', { name: 'Save 1 video as ZIP' }).click();
  await expect(ended(page, '1 video saved in batch.zip.')).toBeVisible();
  const packed = (await sizesInChosen(page))['batch.zip'] ?? 0;
  expect(packed).toBeGreaterThan(bytes);
  expect(packed).toBeLessThan(bytes + 2000);
});

test('a project is the look of all videos, and what a row leaves open is as in it', async ({ page }) => {
  await openBatch(page);
  const [ring = ''] = await media();
  await page.getByLabel(FILES).setInputFiles(ring);
  await expect(page.getByRole('list', { name: 'Files' })).toContainText('ring.jpg');
  const [asset] = await storedRows<{ id: string }>(page, 'assets');
  await page.evaluate(async (assetId) => {
    const words = { name: 'Base', text: 'Base hook', frame: 'silver' as const, format: '1:1' as const };
    await window.studio?.queue.pause();
    await window.studio?.process({ images: [{ assetId }], lengthSeconds: 1, ...words });
  }, asset?.id ?? '');
  await page.getByLabel('Like').selectOption('Project: Base');
  await page.getByLabel('Name, row 1').fill('Copy');
  await start(page, 1);
  const documents = async () => (await jobsOf(page)).map(({ project }) => project);
  await expect.poll(async () => (await documents()).length).toBe(2);
  const copy = (await documents()).find(({ name }) => name === 'Copy');
  expect(copy).toMatchObject({ hook: 'Base hook', frame: { preset: 'silver' }, format: '1:1', lengthSeconds: 1 });
  const [run] = (await storedRows<{ id: string; value: BatchRun }>(page, 'settings')).flatMap(({ id, value }) =>
    id === 'batchRun' ? [value] : [],
  );
  expect(run?.videos.map(({ jobId, document }) => [typeof jobId, document])).toEqual([['string', null]]);
});

for (const { name, viewport } of [LAPTOP, PHONE]) {
  test(`a batch breaks no rule of accessibility on a ${name}`, async ({ page }, testInfo) => {
    await page.setViewportSize(viewport);
    await openBatch(page);
    const judge = async (state: string) => {
      expect(await violations(page), state).toEqual([]);
      await page.screenshot({ path: testInfo.outputPath(`${state}.png`) });
    };
    await judge('empty');
    await addMedia(page);
    await chooseQuickest(page);
    await addTable(
      page,
      'hook,photos,track,seconds\nNew in,ring.jpg|pearls.jpg,song.mp3,2\n=1+1,lost.jpg,,0\nLast chance,pearls.jpg,,60\n',
    );
    await expect(page.getByRole('region', { name: 'What is wrong' })).toBeVisible();
    await judge('chosen');
    await page.getByLabel('Photos and clips, row 2').scrollIntoViewIfNeeded();
    await judge('wrong');
    await start(page, 2);
    await expect(videoRows(page)).toHaveCount(3);
    await expect(videoRows(page).first()).toContainText('Ready', { timeout: 60_000 });
    await judge('running');
    await page.getByRole('button', { name: 'Cancel all' }).click();
    await expect(ended(page, '1 of 3 videos is ready')).toBeVisible();
    await judge('done');
  });
}
