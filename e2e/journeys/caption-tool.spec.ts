import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { darkVideo, seenFrames } from '../support/captioned.ts';
import { shortFilm } from '../support/spoken.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { dropFiles, LAPTOP, openCreate, PHONE } from './create-page.ts';

const SRT = '1\n00:00:01,000 --> 00:00:02,000\nGolden hour\n';

function film(): Promise<string> {
  return darkVideo({ name: 'holiday.mp4', size: '640x360', rate: '25', seconds: 3 });
}

async function captions(text = SRT): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'studio-e2e-')), 'words.srt');
  await writeFile(path, text);
  return path;
}

async function openTool(page: Page): Promise<void> {
  await page.goto('/#captions');
  await expect(page.getByRole('heading', { name: 'Caption a video', level: 1 })).toBeVisible();
}

async function chooseCaptions(page: Page, path: string): Promise<void> {
  await page.getByRole('radio', { name: 'From a file' }).click();
  await page.getByLabel('Choose an SRT, VTT or ASS file').setInputFiles(path);
}

test('a video and a file of captions become a captioned video', async ({ page }) => {
  await openCreate(page);
  await page.getByRole('button', { name: 'Tools' }).click();
  await page.getByRole('link', { name: 'Caption a video' }).click();
  await expect(page.getByRole('heading', { name: 'Caption a video', level: 1 })).toBeFocused();
  await page.getByLabel('Choose a video').setInputFiles(await film());
  await chooseCaptions(page, await captions());
  await page.getByRole('radio', { name: 'Luxury gold' }).click();
  await page.getByRole('radio', { name: 'Classic' }).click();
  await page.getByRole('button', { name: 'Caption video' }).click();
  const save = page.getByRole('button', { name: 'Save video' });
  await expect(save).toBeVisible({ timeout: 60_000 });
  const [video] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(video.suggestedFilename()).toBe('holiday_captioned.mp4');
  const frames = await seenFrames(await video.path());
  const on = frames.filter(({ brightest }) => brightest > 160);
  expect(on[0]?.time).toBeCloseTo(1, 1);
  expect(on.at(-1)?.time).toBeCloseTo(2, 1);
  const [srt] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save SRT' }).click(),
  ]);
  expect(await readFile(await srt.path(), 'utf8')).toContain('Golden hour');
  await page.getByRole('button', { name: 'Caption another' }).click();
  await expect(page.getByText('Choose a video first.')).toBeVisible();
});

test('what is said in a video is heard by one of the app’s models and shown while it is said', async ({ page }) => {
  const { path, words } = await shortFilm();
  await openTool(page);
  await page.getByLabel('Choose a video').setInputFiles(path);
  await expect(page.getByLabel('Speech model', { exact: true })).toContainText('Test Whisper, 3.3 MB, English');
  await page.getByRole('button', { name: 'Caption video' }).click();
  const save = page.getByRole('button', { name: 'Save video' });
  await expect(save).toBeVisible({ timeout: 60_000 });
  const [video] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const frames = await seenFrames(await video.path());
  const isOn = (time: number) => frames.some((frame) => Math.abs(frame.time - time) < 0.03 && frame.brightest > 160);
  expect(words.map(({ start, end }) => isOn((start + end) / 2))).toEqual(words.map(() => true));
  expect(isOn(0)).toBe(false);
  const [srt] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save SRT' }).click(),
  ]);
  const heard = (await readFile(await srt.path(), 'utf8')).toLowerCase();
  for (const { text } of words) expect(heard).toContain(text);
});

test('files that are dropped on the page are the video and its captions', async ({ page }) => {
  await openTool(page);
  await dropFiles(page, [
    { name: 'holiday.mp4', type: 'video/mp4', bytes: await readFile(await film()) },
    { name: 'words.srt', type: 'application/x-subrip', bytes: Buffer.from(SRT) },
  ]);
  await expect(page.getByText('holiday.mp4')).toBeVisible();
  await expect(page.getByText('words.srt')).toBeVisible();
});

test('captions that are wrong are refused by their line', async ({ page }) => {
  await openTool(page);
  await chooseCaptions(page, await captions('1\n00:00:01,000 -> 2\nx\n'));
  await expect(page.getByRole('alert')).toContainText('words.srt');
  await expect(page.getByRole('alert')).toContainText('line 2');
});

for (const { name, viewport } of [LAPTOP, PHONE]) {
  test(`the tool breaks no rule of accessibility on a ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openTool(page);
    expect(await violations(page), 'empty').toEqual([]);
    await page.getByLabel('Choose a video').setInputFiles(await film());
    await chooseCaptions(page, await captions());
    expect(await violations(page), 'chosen').toEqual([]);
    await page.getByRole('button', { name: 'Caption video' }).click();
    await expect(page.getByRole('button', { name: 'Save video' })).toBeVisible({ timeout: 60_000 });
    expect(await violations(page), 'done').toEqual([]);
  });
}
