import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { COMPARED_RATE, frameAt } from '../support/clip-frames.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { decodeStill, type Picture, psnr } from '../support/pixels.ts';
import { ffmpeg } from '../support/process.ts';
import { assetOf, openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

/** Pictures that stand for a clip: thumbnail, strip and moving preview, against ffmpeg's frames of the same times. */

/** Between two small JPEGs of one frame, of two decoders and two ways of making it small; different frames have under 20. */
const SAME_FRAME_DB = 27;

/** Soft, as photographs are: how a picture was made smaller counts for little in it. */
const SCENE = `testsrc2=s=640x360:r=${COMPARED_RATE},gblur=sigma=4`;
const H264 = [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '14', '-g', '50', '-pix_fmt', 'yuv420p'],
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv', '-f', 'mp4'],
];

/** So many seconds of black, then a scene for eight seconds. */
function openingBlack(name: string, seconds: number): Promise<string> {
  const tv = 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p';
  const source = `color=c=black:s=640x360:r=${COMPARED_RATE}:d=${seconds},${tv}[a];${SCENE},trim=duration=8,${tv}[b];[a][b]concat`;
  return cachedFixture(name, { source }, (path) => ffmpeg(['-f', 'lavfi', '-i', source, ...H264, path]));
}

function scene(name: string, seconds: number): Promise<string> {
  const source = `${SCENE},trim=duration=${seconds},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`;
  return cachedFixture(name, { source }, (path) => ffmpeg(['-f', 'lavfi', '-i', source, ...H264, path]));
}

/** A stored picture as a file, and its size. */
async function kept(
  page: Page,
  table: 'thumbnails' | 'filmstrips',
  assetId: string,
): Promise<{ readonly type: string; readonly width: number; readonly height: number; readonly base64: string }[]> {
  return page.evaluate(
    async ({ table, assetId }) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await answer(indexedDB.open('studio-default'));
      const row = await answer(database.transaction(table).objectStore(table).get(assetId));
      database.close();
      const pictures: Blob[] = row.pictures ?? [row.picture];
      return Promise.all(
        pictures.map(async (picture) => {
          const { width, height } = await createImageBitmap(picture);
          const bytes = new Uint8Array(await picture.arrayBuffer());
          return {
            type: picture.type,
            width,
            height,
            base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
          };
        }),
      );
    },
    { table, assetId },
  );
}

async function pictureOf(file: { width: number; height: number; base64: string }, path: string): Promise<Picture> {
  await writeFile(path, Buffer.from(file.base64, 'base64'));
  return decodeStill(path, file);
}

test.beforeEach(({ page }) => openStudio(page));

test('the thumbnail of a clip that begins black is the first picture with something to see', async ({ page }, info) => {
  const path = await openingBlack('black-first.mp4', 2.5);
  const [file] = await kept(page, 'thumbnails', (await assetOf(page, path)).id);
  if (!file) throw new Error('The clip has no thumbnail.');
  expect(file).toMatchObject({ type: 'image/jpeg', width: 320, height: 180 });
  const thumbnail = await pictureOf(file, info.outputPath('thumbnail.jpg'));
  // Every 0.2 s is looked at, and the scene begins at 2.5 s.
  expect(psnr(thumbnail, await frameAt(path, 2.6, thumbnail))).toBeGreaterThan(SAME_FRAME_DB);
});

test('a clip that is black for long has its first picture', async ({ page }, info) => {
  const path = await openingBlack('black-for-long.mp4', 12);
  const [file] = await kept(page, 'thumbnails', (await assetOf(page, path)).id);
  if (!file) throw new Error('The clip has no thumbnail.');
  const thumbnail = await pictureOf(file, info.outputPath('thumbnail.jpg'));
  expect(psnr(thumbnail, await frameAt(path, 0, thumbnail))).toBeGreaterThan(SAME_FRAME_DB);
});

test('a clip that stands upright has a thumbnail as wide as one that lies', async ({ page }) => {
  const lying = await scene('lying.mp4', 1);
  const path = await cachedFixture('upright.mp4', { lying: 'lying.mp4', rotate: 90 }, (made) =>
    ffmpeg(['-i', lying, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', '-f', 'mp4', made]),
  );
  expect(await kept(page, 'thumbnails', (await assetOf(page, path)).id)).toMatchObject([{ width: 320, height: 569 }]);
});

test('a strip shows the beginning, the middle and the end, and what lies between', async ({ page }, info) => {
  const path = await scene('strip.mp4', 8);
  const files = await kept(page, 'filmstrips', (await assetOf(page, path)).id);
  expect(files).toHaveLength(9);
  // The last picture is on screen until 8 s.
  const times = [0, 1, 2, 3, 4, 5, 6, 7, 7.96];
  for (const [index, file] of files.entries()) {
    const picture = await pictureOf(file, info.outputPath(`strip-${index}.jpg`));
    const time = times[index] ?? 0;
    const likeness = psnr(picture, await frameAt(path, time, picture));
    expect(likeness, `at ${time} s`).toBeGreaterThan(SAME_FRAME_DB);
    const before = psnr(picture, await frameAt(path, Math.max(0.2, time - 0.2), picture));
    expect(likeness, `at ${time} s, beside the frame five before`).toBeGreaterThan(before + 3);
  }
});

test('a photo has a thumbnail 320 pixels wide', async ({ page }) => {
  const path = await cachedFixture('portrait.jpg', 'portrait', (made) =>
    ffmpeg(['-f', 'lavfi', '-i', 'testsrc2=s=900x1600', '-frames:v', '1', '-f', 'mjpeg', made]),
  );
  const { id } = await assetOf(page, path);
  expect(await kept(page, 'thumbnails', id)).toMatchObject([{ type: 'image/jpeg', width: 320, height: 569 }]);
});
