import { expect, type Page, test } from '@playwright/test';
import { convertFile, film, psnrToSource, streamsOf, turnedFilm } from '../support/converted.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { frameTimes } from '../support/probe.ts';
import { ffmpeg } from '../support/process.ts';
import { openStudio } from '../support/studio-page.ts';

const clip = () => film({ name: 'clip.mp4', size: '640x360', rate: '25', seconds: 5 });

/** A part of a video at even times, as ffmpeg makes it. */
function part(source: string, from: number, seconds: number, rate: number): Promise<string> {
  return cachedFixture('part.mkv', { source, from, seconds, rate, version: 1 }, (path) =>
    ffmpeg([
      ...['-i', source, '-an', '-vf', `trim=${from}:${from + seconds},setpts=PTS-STARTPTS,fps=${rate}:round=up`],
      ...['-c:v', 'ffv1', '-f', 'matroska', path],
    ]),
  );
}

test('a GIF shows the part that was chosen, at its rate and width, in the right colours', async ({ page }) => {
  const source = await clip();
  await openStudio(page);
  const made = await convertFile(page, source, {
    to: 'gif',
    ...{ width: 320, frameRate: 10, startSeconds: 1, seconds: 2 },
  });
  expect(made).toMatch(/clip_converted\.gif$/);
  const { streams, seconds } = await streamsOf(made);
  expect(streams[0]).toMatchObject({ codec_name: 'gif', width: 320, height: 180, nb_read_frames: '20' });
  expect(Math.abs(seconds - 2)).toBeLessThan(0.02);
  const times = await frameTimes(made);
  for (const [index, time] of times.entries()) expect(Math.abs(time - index / 10)).toBeLessThan(0.011);
  // 256 colours of a picture that has many: ffmpeg's own GIF of it has 23.7 dB.
  expect(await psnrToSource(made, await part(source, 1, 2, 10), '320x180')).toBeGreaterThan(23.3);
});

test('an animated WebP does so in all colours, and is shown by browsers', async ({ page }) => {
  const source = await clip();
  await openStudio(page);
  const options = { width: 320, frameRate: 8, startSeconds: 2, seconds: 1.5 };
  const made = await convertFile(page, source, { to: 'webp', ...options });
  const shown = await animationIn(page, made);
  expect(shown).toMatchObject({ frames: 12, width: 320, height: 180 });
  expect(Math.abs(shown.seconds - 1.5)).toBeLessThan(0.02);
  const expected = await cachedFixture('first.png', { source, version: 2 }, (path) =>
    ffmpeg([
      '-ss',
      '2',
      '-i',
      source,
      '-vf',
      'scale=320:180,format=yuv420p',
      '-frames:v',
      '1',
      '-f',
      'image2',
      '-c:v',
      'png',
      path,
    ]),
  );
  // In the wrong matrix it would be 12.
  expect(await largestMeanDifference(page, made, expected)).toBeLessThan(8);
});

test('a turned video becomes an upright animation', async ({ page }) => {
  const source = await turnedFilm(await clip(), 'turned clip.mp4', 90);
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'gif', width: 180, frameRate: 5, startSeconds: 0, seconds: 1 });
  expect((await streamsOf(made)).streams[0]).toMatchObject({ width: 180, height: 320, nb_read_frames: '5' });
  expect(await psnrToSource(made, await part(source, 0, 1, 5), '180x320')).toBeGreaterThan(21);
});

test('a part that is too much is refused with what would not be', async ({ page }) => {
  const source = await clip();
  const long = await cachedFixture('long clip.mp4', { source, version: 1 }, (path) =>
    ffmpeg(['-stream_loop', '12', '-i', source, '-c', 'copy', '-f', 'mp4', path]),
  );
  await openStudio(page);
  const options = { width: 640, frameRate: 25, startSeconds: 0, seconds: 60 };
  await expect(convertFile(page, long, { to: 'gif', ...options })).rejects.toThrow(
    /60\.0 s of .*long clip\.mp4.*640x360.*can last 34\.7 s/,
  );
});

interface ShownAnimation {
  readonly frames: number;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
}

/** What the browser's own decoder finds; ffmpeg reads no animated WebP. */
async function animationIn(page: Page, path: string): Promise<ShownAnimation> {
  await given(page, [path]);
  return await page.evaluate(async () => {
    const [file] = document.querySelector<HTMLInputElement>('#given')?.files ?? [];
    if (!file) throw new Error('No file.');
    const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: 'image/webp' });
    await decoder.tracks.ready;
    const frames = decoder.tracks.selectedTrack?.frameCount ?? 0;
    let microseconds = 0;
    let size = { width: 0, height: 0 };
    for (let frameIndex = 0; frameIndex < frames; frameIndex++) {
      const { image } = await decoder.decode({ frameIndex });
      microseconds += image.duration ?? 0;
      size = { width: image.displayWidth, height: image.displayHeight };
      image.close();
    }
    return { frames, ...size, seconds: microseconds / 1e6 };
  });
}

/** Of red, green and blue, over the first pictures of both, 0 to 255. */
async function largestMeanDifference(page: Page, made: string, expected: string): Promise<number> {
  await given(page, [made, expected]);
  return await page.evaluate(async () => {
    const files = [...(document.querySelector<HTMLInputElement>('#given')?.files ?? [])];
    const [one, two] = await Promise.all(
      files.map(async (file) => {
        const bitmap = await createImageBitmap(file);
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (!context) throw new Error('No canvas.');
        context.drawImage(bitmap, 0, 0);
        bitmap.close();
        return context.getImageData(0, 0, context.canvas.width, context.canvas.height).data;
      }),
    );
    if (!one || !two || one.length !== two.length) throw new Error('The pictures differ in size.');
    const sums = [0, 0, 0];
    for (let at = 0; at < one.length; at++) {
      if (at % 4 !== 3) sums[at % 4] = (sums[at % 4] ?? 0) + Math.abs((one[at] ?? 0) - (two[at] ?? 0));
    }
    return Math.max(...sums) / (one.length / 4);
  });
}

async function given(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('#given')?.remove();
    const element = Object.assign(document.createElement('input'), { type: 'file', id: 'given', multiple: true });
    document.body.append(element);
  });
  await page.setInputFiles('#given', [...paths]);
}
