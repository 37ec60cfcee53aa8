import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';
import { MODEL_FILES } from '#engine/speech/model-files.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { toneTrack } from '../support/music.ts';
import { photos } from '../support/pictures.ts';
import type { Picture } from '../support/pixels.ts';
import { ffmpeg } from '../support/process.ts';
import { differingArea, seen } from '../support/screen.ts';
import { MODEL_FOLDER, recording } from '../support/spoken.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import {
  captionFields,
  captionTexts,
  captionTimes,
  openCaptions,
  playhead,
  timelineCaptions,
  writeCaptions,
} from './captions-page.ts';
import {
  chooseFiles,
  LAPTOP,
  openCreate,
  openPhotos,
  PHONE,
  pause,
  previewIsReady,
  savedProject,
  shotOrder,
  shotStarts,
  tabTo,
  timelineShots,
} from './create-page.ts';

const VOICE = recording('utt013.flac');
const WORDS = VOICE.words.map(({ text }) => text);
const FRAMES_PER_SECOND = 30;

const MODEL_HOST = 'https://models.example/whisper/1/';
/** As a host of the product lists a model that lies elsewhere. */
const HOSTED_MODEL = {
  ...{ name: 'hosted', title: 'Hosted Whisper', bytes: 3_312_090, languages: 'english' },
  elsewhere: {
    address: MODEL_HOST,
    sha256: Object.fromEntries(
      MODEL_FILES.map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(MODEL_FOLDER, path)))
          .digest('hex'),
      ]),
    ),
  },
};

/** Two photos under a voice-over, paused. */
async function openVoiceOver(page: Page, voice = VOICE): Promise<void> {
  await openCreate(page);
  await chooseFiles(page, [...(await photos(2)), voice.path]);
  await previewIsReady(page);
  await pause(page);
}

/** A clip that says `ten eleven twelve`. */
function speakingClip(): Promise<string> {
  const { path: speech } = recording('utt007.flac');
  return cachedFixture('counting.mp4', { speech: 'utt007', version: 1 }, (draft) =>
    ffmpeg([
      ...['-i', speech, '-f', 'lavfi', '-i', 'color=c=0x336699:s=540x960:r=30'],
      ...['-map', '1:v', '-map', '0:a', '-shortest', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'],
      ...['-ar', '44100', '-c:a', 'aac', '-b:a', '128k', '-f', 'mp4', draft],
    ]),
  );
}

/** What is seen once nothing changes any more. */
async function stillPicture(stage: Locator, testInfo: TestInfo): Promise<Picture> {
  let latest = await seen(stage, testInfo);
  const change = async () => {
    const before = latest;
    latest = await seen(stage, testInfo);
    return differingArea(before, latest);
  };
  await expect.poll(change).toBeNull();
  return latest;
}

/** Words of captions as the recordings spell them. */
function wordsOf(texts: readonly string[]): string[] {
  return texts.join(' ').toLowerCase().split(/\s+/);
}

for (const size of [LAPTOP, PHONE]) {
  test.describe(`on a ${size.name}`, () => {
    test.use({ viewport: size.viewport, hasTouch: size.hasTouch });

    test('a voice-over is written down, mended word by word, and kept', async ({ page }) => {
      await openVoiceOver(page);
      const panel = await openCaptions(page, size);
      expect(await violations(page), 'no captions').toEqual([]);
      await expect(panel.getByLabel('Speech model', { exact: true })).toContainText('Test Whisper, 3.3 MB, English');
      await writeCaptions(panel);

      expect(wordsOf(await captionTexts(panel))).toEqual(WORDS);
      const [first] = await captionTimes(panel);
      expect(Math.abs((first ?? 0) - (VOICE.words[0]?.start ?? 0))).toBeLessThanOrEqual(0.25);
      expect(await violations(page), 'captions').toEqual([]);

      const field = captionFields(panel).first();
      await field.fill('sixteen golden');
      const count = await captionFields(panel).count();
      await field.press('Home');
      for (let steps = 0; steps < 'sixteen'.length; steps++) await field.press('ArrowRight');
      await field.press('Enter');
      await expect(captionFields(panel)).toHaveCount(count + 1);
      expect((await captionTexts(panel)).slice(0, 2)).toEqual(['sixteen', 'golden']);
      await expect(captionFields(panel).nth(1)).toBeFocused();
      await page.keyboard.press('Backspace');
      await expect(captionFields(panel)).toHaveCount(count);
      expect((await captionTexts(panel))[0]).toBe('sixteen\ngolden');
      await expect(field).toBeFocused();

      await page.keyboard.press('Control+z');
      await expect(captionFields(panel)).toHaveCount(count + 1);
      const { captions } = await savedProject(page);
      expect(captions).toMatchObject({ tracks: [{ cues: Array.from({ length: count + 1 }, () => ({})) }] });
      await page.reload();
      await expect.poll(async () => (await timelineCaptions(page)).slice(0, 2)).toEqual(['sixteen', 'golden']);
    });

    test('a caption has a speaker, who has a name and a colour', async ({ page }, testInfo) => {
      await openPhotos(page, 2);
      const panel = await openCaptions(page, size);
      await panel.getByRole('button', { name: 'Add caption' }).click();
      await expect(captionFields(panel)).toBeFocused();
      await page.keyboard.type('Golden hour');
      await panel.getByRole('button', { name: /^Go to/ }).click();
      const stage = page.getByRole('img', { name: 'Video preview' });
      const plain = await stillPicture(stage, testInfo);
      await test.step('by keyboard alone', async () => {
        await panel.getByRole('button', { name: 'Caption “Golden hour”' }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('menuitem', { name: 'Speaker' }).press('ArrowRight');
        const fresh = page.getByRole('menuitem', { name: 'New speaker' });
        await expect(fresh).toBeInViewport({ ratio: 1 });
        await fresh.press('Enter');
      });
      await expect(panel.getByRole('textbox', { name: /^Caption at .*, Speaker 1$/ })).toBeVisible();
      const onlyCaptionDiffers = (before: Picture) =>
        expect
          .poll(async () => {
            const area = differingArea(before, await seen(stage, testInfo));
            return area !== null && area.height < before.height / 4;
          })
          .toBe(true);
      await onlyCaptionDiffers(plain);

      await panel.getByText('1 speaker', { exact: true }).click();
      const name = panel.getByRole('textbox', { name: 'Name of Speaker 1' });
      await name.fill('Ann');
      await name.press('Enter');
      await panel.getByLabel('Colour of Ann').fill('#ff0000');
      await expect(panel.getByRole('textbox', { name: /^Caption at .*, Ann$/ })).toBeVisible();
      expect(await violations(page), 'a speaker').toEqual([]);
      const { captions } = await savedProject(page);
      expect(captions).toMatchObject({
        speakers: [{ name: 'Ann', fill: '#FF0000' }],
        tracks: [{ cues: [{ speaker: 'Ann' }] }],
      });

      const red = await stillPicture(stage, testInfo);
      await panel.getByRole('button', { name: 'Remove Ann; their captions stay' }).click();
      await expect(panel.getByRole('textbox', { name: /^Caption at [^,]*$/ })).toHaveValue('Golden hour');
      await onlyCaptionDiffers(red);
      await page.keyboard.press('Control+z');
      await expect(panel.getByRole('textbox', { name: /^Caption at .*, Ann$/ })).toBeVisible();
    });

    test('a look is chosen and changed, and seen on the stage', async ({ page }, testInfo) => {
      await openPhotos(page, 2);
      const panel = await openCaptions(page, size);
      await panel.getByRole('button', { name: 'Add caption' }).click();
      await expect(captionFields(panel)).toBeFocused();
      await page.keyboard.type('Golden hour');
      await panel.getByRole('tab', { name: 'Look' }).click();
      expect(await violations(page), 'look').toEqual([]);
      const looks = panel.getByRole('radiogroup', { name: 'Look of captions' }).getByRole('radio');
      await expect(looks).toHaveCount(6);
      const stage = page.getByRole('img', { name: 'Video preview' });
      const classic = await seen(stage, testInfo);
      await panel.getByRole('radio', { name: 'Boxed' }).click();
      const area = async () => differingArea(classic, await seen(stage, testInfo));
      await expect.poll(async () => (await area())?.height ?? 0).toBeGreaterThan(0);
      expect((await area())?.y).toBeGreaterThan(classic.height / 2);
      await panel.getByRole('radio', { name: 'Top' }).click();
      await expect.poll(async () => (await area())?.y ?? classic.height).toBeLessThan(classic.height / 2);
      const { captions } = await savedProject(page);
      expect(captions).toMatchObject({ look: { preset: 'boxed', changes: { anchor: 8 } } });
    });
  });
}

test('a word is sought where it is clicked, and a caption opened where it stands on the timeline', async ({ page }) => {
  await openVoiceOver(page);
  const panel = await openCaptions(page);
  await writeCaptions(panel);
  await expect.poll(async () => wordsOf(await timelineCaptions(page))).toEqual(WORDS);
  const field = captionFields(panel).nth(1);
  const words = wordsOf([await field.inputValue()]);
  const before = wordsOf([await captionFields(panel).nth(0).inputValue()]).length;
  const last = VOICE.words[before + words.length - 1];
  const isAt = async (time: number) => Math.abs((await playhead(page)) / FRAMES_PER_SECOND - time) <= 0.2;
  const width = await field.evaluate((element) => element.clientWidth);
  await field.click({ position: { x: width - 12, y: 10 } });
  await expect.poll(() => isAt(last?.start ?? 0)).toBe(true);
  await panel
    .getByRole('button', { name: /^Go to/ })
    .first()
    .click();
  await expect.poll(() => isAt(VOICE.words[0]?.start ?? 0)).toBe(true);
  await page.getByRole('button', { name: 'Back to the look' }).click();
  await page.locator('[data-caption]').last().click();
  await expect(captionFields(panel).last()).toBeFocused();
});

test('captions of a clip go and come with its sound, and move with its shot', async ({ page }) => {
  await openCreate(page);
  await chooseFiles(page, [await speakingClip(), ...(await photos(1))]);
  await previewIsReady(page);
  await pause(page);
  const panel = await openCaptions(page);
  await writeCaptions(panel);
  const words = ['ten', 'eleven', 'twelve'];
  expect(wordsOf(await captionTexts(panel))).toEqual(words);
  const [before] = await captionTimes(panel);

  await expect.poll(async () => wordsOf(await timelineCaptions(page))).toEqual(words);
  await timelineShots(page).first().click();
  await page.getByRole('radio', { name: 'Mute', exact: true }).click();
  await expect.poll(() => timelineCaptions(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the look' }).click();
  await expect(panel.getByText('The sound of counting.mp4 is muted, so its captions are not shown.')).toBeVisible();
  expect(wordsOf(await captionTexts(panel))).toEqual(words);
  await panel.getByRole('button', { name: 'Keep its sound' }).click();
  await expect(panel.getByText('The sound of counting.mp4 is muted')).toBeHidden();
  await expect(panel.locator(':focus')).toContainText('counting.mp4');
  await expect.poll(async () => wordsOf(await timelineCaptions(page))).toEqual(words);

  await timelineShots(page).first().click();
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('button', { name: 'Back to the look' }).click();
  const moved = async () => {
    const [first] = await captionTimes(panel);
    const start = ((await shotStarts(page))[1] ?? 0) / FRAMES_PER_SECOND;
    return Math.abs((first ?? 0) - start - (before ?? 0));
  };
  await expect.poll(async () => (await shotOrder(page))[1]).toBe('counting');
  await expect.poll(moved).toBeLessThanOrEqual(0.15);
  expect(wordsOf(await timelineCaptions(page))).toEqual(words);
});

test('a clip that speaks is heard, and read, under music that is added later', async ({ page }) => {
  await openCreate(page);
  await chooseFiles(page, [await speakingClip(), ...(await photos(1))]);
  await previewIsReady(page);
  await pause(page);
  await writeCaptions(await openCaptions(page));
  await chooseFiles(page, [await toneTrack('under speech.wav', 300, -12, 8)]);
  await expect.poll(async () => (await savedProject(page)).music !== null).toBe(true);
  await expect.poll(async () => wordsOf(await timelineCaptions(page))).toEqual(['ten', 'eleven', 'twelve']);
  await timelineShots(page).first().click();
  await expect(page.getByRole('radio', { name: 'Auto, kept' })).toBeChecked();
});

test('a model from disk listens, and can be stopped at once', async ({ page }) => {
  await page.route('**/models/index.json', (route) => route.fulfill({ json: { models: [] } }));
  const voice = recording('long45.flac');
  await openVoiceOver(page, voice);
  const panel = await openCaptions(page);
  await expect(panel.getByText('No speech model is here yet')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Write captions', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await panel.getByLabel('ZIP archive of a speech model').setInputFiles({
    name: 'holiday.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('no archive'),
  });
  await expect(panel.getByText('“holiday.zip” cannot be read')).toBeVisible();
  await panel.getByLabel('Folder of a speech model').setInputFiles(MODEL_FOLDER);
  await expect(panel.getByLabel('Speech model', { exact: true })).toContainText('whisper, 3.3 MB, from this device');
  await panel.getByRole('button', { name: 'Write captions', exact: true }).click();
  const cancel = panel.getByRole('button', { name: 'Cancel', exact: true });
  await expect(cancel).toBeFocused();
  const started = Date.now();
  await cancel.click();
  await expect(panel.getByRole('button', { name: 'Write captions', exact: true })).toBeVisible();
  expect(Date.now() - started).toBeLessThan(1000);
  await writeCaptions(panel);
  // The video is shorter than what is said.
  await expect(panel.getByRole('button', { name: 'Caption not in the video' }).first()).toBeAttached();
  expect(wordsOf(await captionTexts(panel)).slice(0, 4)).toEqual(voice.words.slice(0, 4).map(({ text }) => text));
});

test('a model of another host is loaded once, after consent, and refused where its bytes are others', async ({
  page,
  consentTo,
}) => {
  const asked: string[] = [];
  let isSpoilt = true;
  await page.route('**/models/index.json', (route) => route.fulfill({ json: { models: [HOSTED_MODEL] } }));
  await page.route(`${MODEL_HOST}**`, async (route) => {
    const path = route.request().url().slice(MODEL_HOST.length);
    asked.push(path);
    const bytes = await readFile(join(MODEL_FOLDER, path));
    if (isSpoilt && path === 'tokenizer.json') bytes.set([bytes[40] === 32 ? 33 : 32], 40);
    await route.fulfill({ body: bytes, headers: { 'access-control-allow-origin': '*' } });
  });
  await openVoiceOver(page);
  let panel = await openCaptions(page);
  await expect(panel.getByText('Hosted Whisper lies on models.example: 3.3 MB')).toBeVisible();
  const write = panel.getByRole('button', { name: 'Write captions', exact: true });
  await expect(write).toHaveAttribute('aria-disabled', 'true');
  expect(await violations(page)).toEqual([]);
  expect(asked).toEqual([]);

  consentTo(MODEL_HOST);
  await panel.getByRole('switch', { name: 'Load it from models.example' }).click();
  await write.click();
  await expect(panel.getByRole('alert')).toContainText('tokenizer.json is not the speech model that was expected');
  isSpoilt = false;
  await writeCaptions(panel);
  expect(wordsOf(await captionTexts(panel))).toEqual(WORDS);
  expect(asked.filter((path) => path === 'tokenizer.json')).toHaveLength(2);
  expect(asked.filter((path) => path.endsWith('.onnx'))).toHaveLength(2);

  await page.reload();
  await page.unroute(`${MODEL_HOST}**`);
  await page.route(`${MODEL_HOST}**`, (route) => route.abort());
  await previewIsReady(page);
  panel = await openCaptions(page);
  await panel.getByText('Write captions from sound').click();
  await expect(panel.getByText('Hosted Whisper lies on')).toBeHidden();
  await panel.getByRole('button', { name: 'Write captions again' }).click();
  await expect(panel.getByRole('region', { name: 'Writing captions' })).toBeVisible();
  await expect(panel.getByRole('region', { name: 'Writing captions' })).toBeHidden({ timeout: 60_000 });
  expect(wordsOf(await captionTexts(panel))).toEqual(WORDS);
});

test('without a model captions are typed, imported, searched and saved', async ({ page }, testInfo) => {
  await page.route('**/models/index.json', (route) => route.fulfill({ status: 404 }));
  await openVoiceOver(page);
  const panel = await openCaptions(page);
  const file = panel.getByLabel('Caption file');
  const wrong = testInfo.outputPath('wrong.srt');
  await writeFile(wrong, '1\n00:00:00,500 -> 00:00:01,500\nGolden hour\n');
  await file.setInputFiles(wrong);
  await expect(panel.getByText(/SRT file is wrong in line 2/)).toBeVisible();
  const right = testInfo.outputPath('right.srt');
  await writeFile(
    right,
    '1\n00:00:00,500 --> 00:00:01,500\nGolden hour\n\n2\n00:00:02,000 --> 00:00:03,000\nThe golden sale\n',
  );
  await file.setInputFiles(right);
  await expect.poll(() => captionTexts(panel)).toEqual(['Golden hour', 'The golden sale']);
  await expect(panel.getByText(/SRT file is wrong/)).toBeHidden();

  await panel.getByRole('button', { name: 'Find and replace' }).click();
  await panel.getByLabel('Find', { exact: true }).fill('golden');
  await expect(panel.getByText('2 found')).toBeVisible();
  await panel.getByLabel('Replace with').fill('silver');
  await panel.getByRole('button', { name: 'Replace all' }).click();
  await expect.poll(() => captionTexts(panel)).toEqual(['silver hour', 'The silver sale']);
  expect(await violations(page), 'find and replace').toEqual([]);

  await panel.getByRole('button', { name: 'Caption “silver hour”' }).click();
  await page.getByRole('menuitem', { name: '0.1 s later', exact: true }).click();
  await expect.poll(() => captionTimes(panel)).toEqual([0.6, 2]);
  await panel.getByRole('button', { name: 'Caption “The silver sale”' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.poll(() => captionTexts(panel)).toEqual(['silver hour']);

  const saving = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save captions as a file' }).click();
  await page.getByRole('menuitem', { name: 'SRT' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.srt$/);
  expect(await readFile(await saved.path(), 'utf8')).toBe('1\n00:00:00,600 --> 00:00:01,600\nsilver hour\n');
});

test('captions are made without a mouse', async ({ page }) => {
  await openVoiceOver(page);
  await tabTo(page, page.getByRole('button', { name: /^Captions/ }));
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Look' });
  await expect(page.getByRole('button', { name: 'Back to the look' })).toBeFocused();
  const write = panel.getByRole('button', { name: 'Write captions', exact: true });
  await expect(write).toBeEnabled();
  await tabTo(page, write);
  await page.keyboard.press('Enter');
  await expect(captionFields(panel).first()).toBeVisible({ timeout: 60_000 });
  await tabTo(page, captionFields(panel).first());
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await expect(captionFields(panel).nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await expect(captionFields(panel).nth(1)).toBeFocused();
  await page.getByRole('button', { name: 'Back to the look' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Captions/ })).toBeFocused();
});
