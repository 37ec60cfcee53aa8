import { expect } from '@playwright/test';
import {
  corruptTrack,
  emptyFile,
  hugePicture,
  largeFile,
  textNamedAsPhoto,
  truncatedPhoto,
} from '../support/bad-files.ts';
import { photo } from '../support/pictures.ts';
import { importPaths, openStudio, refusalOf, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { movieWithoutSamples } from './bad-clips.ts';

test.beforeEach(({ page }) => openStudio(page));

test('an empty file is refused by its name and size', async ({ page }) => {
  const error = await refusalOf(page, await emptyFile('nothing.jpg'));
  expect(error).toMatchObject({ code: 'file-empty', details: { file: 'nothing.jpg', value: 0 } });
  expect(error.message).toContain('nothing.jpg is empty (0 bytes)');
});

test('text under the name of a photo is refused with the formats that are read', async ({ page }) => {
  const error = await refusalOf(page, await textNamedAsPhoto());
  expect(error).toMatchObject({ code: 'file-unsupported', details: { file: 'notes.jpg', value: 'text' } });
  expect(error.message).toContain('Use JPEG, PNG');
});

test('a cut-off JPEG is refused, which browsers would draw half grey', async ({ page }) => {
  const error = await refusalOf(page, await truncatedPhoto());
  expect(error).toMatchObject({ code: 'file-damaged', details: { file: 'cut-off.jpg', rule: 'complete picture' } });
  expect(error.message).toContain('the end of the picture is missing');
});

test('a picture that declares 50,000x50,000 pixels is refused before anything decodes it', async ({ page }) => {
  const path = await hugePicture();
  // The first import also starts the worker.
  await refusalOf(page, await emptyFile('nothing.jpg'));
  const started = performance.now();
  const error = await refusalOf(page, path);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(error).toMatchObject({ code: 'picture-too-large', details: { file: 'huge.png', value: '50000x50000' } });
  expect(error.message).toContain('at most 67 megapixels');
});

test('a file over 100 MB is refused with its own size and the limit', async ({ page }) => {
  const error = await refusalOf(page, await largeFile(100 * 1024 * 1024 + 1));
  expect(error).toMatchObject({ code: 'file-too-large', details: { file: 'large.jpg' } });
  expect(error.message).toContain('large.jpg is 100.1 MB; files may have at most 100 MB');
});

test('a corrupt MP3 is refused by name', async ({ page }) => {
  const error = await refusalOf(page, await corruptTrack());
  expect(error).toMatchObject({ code: 'file-damaged', details: { file: 'broken.mp3' } });
  expect(error.message).toContain('broken.mp3');
});

test('a video without a frame is refused', async ({ page }) => {
  const error = await refusalOf(page, await movieWithoutSamples());
  expect(error).toMatchObject({ code: 'no-video-frames', details: { file: 'no-frames.mp4', value: 0 } });
});

test('bad files leave nothing behind, and the good one between them comes in', async ({ page }) => {
  const good = await photo({ name: 'good.jpg', width: 300, height: 400 });
  const paths = [await emptyFile('nothing.jpg'), await truncatedPhoto(), good, await textNamedAsPhoto()];
  const answers = await importPaths(page, paths);
  expect(answers.map((answer) => answer.ok)).toEqual([false, false, true, false]);
  expect(await storedFiles(page)).toHaveLength(1);
});

test('an eleventh photo and a hook of 501 characters are refused by number', async ({ page }) => {
  const [answer] = await importPaths(page, [await photo({ name: 'one.jpg', width: 300, height: 400 })]);
  if (!answer?.ok) throw new Error('The photo was refused.');
  const refusal = (images: number, text: string) =>
    page.evaluate(
      async ({ assetId, images, text }) => {
        const request = { images: Array.from({ length: images }, () => ({ assetId })), text };
        try {
          await window.studio?.process(request);
          return 'accepted';
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      },
      { assetId: answer.asset.id, images, text },
    );
  expect(await refusal(11, '')).toContain('one.jpg would be number 11; a video holds at most 10');
  expect(await refusal(1, 'x'.repeat(501))).toContain('has 501 characters; at most 500');
});
