import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Cue } from '#core/captions/transcript.ts';
import { isLong } from '../faults/fault-plan.ts';
import { brightArea, captionFile, cue, darkVideo, packetSums, seenFrames } from '../support/captioned.ts';
import { colourAt, decodeFrames, type Picture } from '../support/pixels.ts';
import { boxOrder, frameTimes, probeMedia } from '../support/probe.ts';
import { ffmpeg } from '../support/process.ts';
import { openStudio } from '../support/studio-page.ts';

const NTSC = '30000/1001';
const FRAME = 1001 / 30_000;
/** White letters on dark grey, whatever the encoder makes of their edges. */
const BRIGHT = 160;
/** MP4 counts these in ticks of 1/30000 s, ffmpeg prints microseconds. */
const TICK = 1e-5;
/** Of what has to stay in time. Ten minutes take minutes: with `FAULTS_LONG=1` only. */
const SECONDS = isLong ? 600 : 30;

/** One caption of two words, `length` long, every `every` seconds. */
function captionsEvery(every: number, length: number, seconds: number): Cue[] {
  const count = Math.floor((seconds - length) / every);
  return Array.from({ length: count }, (_, n) => {
    // Off the frames' own times, and never twice at the same distance from one.
    const start = (n + 0.5) * every + n * 0.0071;
    return cue(`c${n}`, ['golden', 'hour'], start, start + length);
  });
}

/** As a telephone that is held upright makes it. */
function upright(): Promise<string> {
  return darkVideo({ name: 'upright.mp4', size: '192x108', rate: NTSC, seconds: SECONDS, rotation: 90 });
}

/** Each frame shows a caption exactly while one is on, to within a frame. */
async function expectInTime(path: string, cues: readonly Cue[], frameSeconds: number): Promise<void> {
  const frames = await seenFrames(path);
  const slack = frameSeconds + TICK;
  const wrong = frames.filter(({ time, brightest }) => {
    const surely = cues.some(({ start, end }) => time >= start + slack && time < end - slack);
    const maybe = cues.some(({ start, end }) => time >= start - slack && time < end + slack);
    return brightest > BRIGHT ? !maybe : surely;
  });
  expect(wrong).toEqual([]);
  for (const { start, end } of cues) {
    const on = frames.filter(({ time, brightest }) => brightest > BRIGHT && time > start - 0.5 && time < end + 0.5);
    expect(on.length).toBeGreaterThan(0);
    expect(Math.abs((on[0]?.time ?? 0) - start)).toBeLessThanOrEqual(slack);
  }
}

/** The same frames at the same times. */
async function expectSameTimes(path: string, source: string): Promise<void> {
  const [times, expected] = [await frameTimes(path), await frameTimes(source)];
  expect(times).toHaveLength(expected.length);
  const furthest = Math.max(...times.map((time, n) => Math.abs(time - (expected[n] ?? 0))));
  expect(furthest).toBeLessThanOrEqual(TICK);
}

/** Sound is taken over as it is, at its times. */
async function expectSameSound(path: string, source: string): Promise<void> {
  const [sound, expected] = [await packetSums(path, 'a'), await packetSums(source, 'a')];
  expect(sound.map(({ sum }) => sum)).toEqual(expected.map(({ sum }) => sum));
  const furthest = Math.max(...sound.map(({ time }, n) => Math.abs(time - (expected[n]?.time ?? 0))));
  expect(furthest).toBeLessThanOrEqual(TICK);
}

test('captions appear and go with their times; size, frame times and sound are the source’s', async ({ page }) => {
  const source = await darkVideo({ name: 'evening walk.mp4', size: '640x360', rate: NTSC, seconds: 10 });
  const cues = captionsEvery(2, 0.9, 10);
  await openStudio(page);
  const made = await captionFile(page, source, { source: { cues } });
  expect(basename(made)).toBe('evening walk_captioned.mp4');
  const { video } = await probeMedia(made);
  expect(video).toMatchObject({
    codec_name: 'h264',
    width: 640,
    height: 360,
    r_frame_rate: NTSC,
    avg_frame_rate: NTSC,
  });
  expect(video).toMatchObject({ color_space: 'bt709', color_range: 'tv', color_primaries: 'bt709' });
  expect((await boxOrder(made)).slice(0, 2)).toEqual(['ftyp', 'moov']);
  await expectSameTimes(made, source);
  await expectSameSound(made, source);
  await expectInTime(made, cues, FRAME);
});

test('captions stand upright below the middle of a video that was turned', async ({ page }) => {
  await openStudio(page);
  for (const rotation of [90, 180, 270]) {
    const name = `turned-${rotation}.mp4`;
    const source = await darkVideo({ name, size: '640x360', rate: NTSC, seconds: 3, rotation });
    const made = await captionFile(page, source, { source: { cues: [cue('c', ['golden', 'hour'], 0.5, 2.5)] } });
    const area = await brightArea(made, 1.5);
    const shown = rotation === 180 ? { width: 640, height: 360 } : { width: 360, height: 640 };
    if (!area) throw new Error('No caption is seen.');
    expect(area.width).toBeGreaterThan(2 * area.height);
    expect(Math.abs(area.x + area.width / 2 - shown.width / 2)).toBeLessThan(4);
    expect(area.y).toBeGreaterThan(shown.height / 2);
    expect((await probeMedia(made)).video).toMatchObject({ width: 640, height: 360 });
    await expectSameTimes(made, source);
  }
});

test('the karaoke highlight is on the word that is spoken', async ({ page }) => {
  const source = await darkVideo({ name: 'song.mp4', size: '640x360', rate: '25', seconds: 4 });
  const words = ['golden', 'light', 'falls'];
  await openStudio(page);
  const made = await captionFile(page, source, {
    source: { cues: [cue('c', words, 0.5, 3.5)] },
    look: 'karaoke',
  });
  const size = { width: 640, height: 360 };
  // One second for each word: just after it begins, and just before the next does.
  const frames = await decodeFrames(made, size, [13, 37, 38, 62, 63, 86]);
  const places = frames.map(yellowMiddle);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = places;
  for (const [one, other] of [
    [a, b],
    [c, d],
    [e, f],
  ] as const) {
    expect(Math.abs(one - other)).toBeLessThan(3);
  }
  expect(a).toBeLessThan(c - 40);
  expect(c).toBeLessThan(e - 40);
});

/** Where the yellow pixels are, from the left. */
function yellowMiddle(picture: Picture): number {
  let [sum, count] = [0, 0];
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const [red, green, blue] = colourAt(picture, x, y);
      if (red < 180 || green < 150 || blue > 150) continue;
      sum += x;
      count++;
    }
  }
  if (count === 0) throw new Error('Nothing is yellow.');
  return sum / count;
}

test('captions are as white and the picture as grey in BT.601, and in full range', async ({ page }) => {
  await openStudio(page);
  for (const [name, colours, range] of [
    ['standard.mp4', 'smpte170m', 'tv'],
    ['full.mp4', 'bt709', 'pc'],
  ] as const) {
    const source = await darkVideo({ name, size: '640x360', rate: '25', seconds: 2, colours, range });
    const words = cue('c', ['golden', 'hour'], 0.5, 1.5);
    const made = await captionFile(page, source, { source: { cues: [words] }, look: 'luxury-gold' });
    expect((await probeMedia(made)).video).toMatchObject({ color_space: colours, color_range: range });
    const [still, letters] = [await pictureAt(made, 0.2), await pictureAt(made, 1)];
    const [grey = 0, green = 0, blue = 0] = colourAt(still, 20, 20);
    for (const value of [grey, green, blue]) expect(Math.abs(value - 0x33)).toBeLessThan(10);
    // #D4AF37, where a letter is widest.
    expect(nearestTo(letters, [0xd4, 0xaf, 0x37])).toBeLessThan(24);
  }
});

/** Decoded by what the file says of its colours. */
async function pictureAt(path: string, time: number): Promise<Picture> {
  const raw = ['-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
  return { width: 640, height: 360, data: await ffmpeg(['-ss', String(time), '-i', path, ...raw]) };
}

function nearestTo(picture: Picture, wanted: readonly number[]): number {
  let nearest = 255;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const off = colourAt(picture, x, y).map((value, channel) => Math.abs(value - (wanted[channel] ?? 0)));
      nearest = Math.min(nearest, Math.max(...off));
    }
  }
  return nearest;
}

test('captions beside the pictures leave every packet as it was', async ({ page }) => {
  const source = await darkVideo({ name: 'film.mp4', size: '640x360', rate: NTSC, seconds: 10 });
  await openStudio(page);
  for (const container of ['mkv', 'mp4'] as const) {
    const made = await captionFile(page, source, {
      source: { cues: captionsEvery(2, 0.9, 10) },
      place: 'track',
      container,
    });
    expect(basename(made)).toBe(`film_captioned.${container}`);
    for (const kind of ['v', 'a'] as const) {
      const [packets, expected] = [await packetSums(made, kind), await packetSums(source, kind)];
      expect(packets.map(({ sum }) => sum)).toEqual(expected.map(({ sum }) => sum));
    }
  }
});

test('a cancel ends it within a second and leaves nothing behind', async ({ page }) => {
  const source = await upright();
  await openStudio(page);
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'long' }));
  });
  await page.setInputFiles('#long', source);
  const { code, milliseconds, left } = await page.evaluate(
    async (cues) => {
      const [file] = document.querySelector<HTMLInputElement>('#long')?.files ?? [];
      if (!window.studio || !file) throw new Error('The page has no window.studio, or no file.');
      const controller = new AbortController();
      let cancelledAt = 0;
      const failure = await window.studio.tasks
        .caption(file, {
          source: { cues },
          signal: controller.signal,
          onProgress: ({ done }) => {
            if (done === 0 || cancelledAt > 0) return;
            cancelledAt = performance.now();
            controller.abort();
          },
        })
        .then(
          () => null,
          (error: unknown) => error,
        );
      const took = performance.now() - cancelledAt;
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      for await (const workspace of (await root.getDirectoryHandle('workspaces')).values()) {
        if (workspace.kind !== 'directory') continue;
        const folder = await (workspace as FileSystemDirectoryHandle).getDirectoryHandle('tmp', { create: true });
        for await (const name of folder.keys()) names.push(name);
      }
      const isError = typeof failure === 'object' && failure !== null && 'code' in failure;
      return { code: isError ? String(failure.code) : String(failure), milliseconds: took, left: names };
    },
    captionsEvery(5, 2, SECONDS),
  );
  expect(code).toBe('cancelled');
  expect(milliseconds).toBeLessThan(1000);
  expect(left).toEqual([]);
});

test('a file without pictures, and one that is no video, are refused by name', async ({ page }) => {
  await openStudio(page);
  const refusals = await page.evaluate(
    async (cues) => {
      const files = [new File(['no video at all'], 'notes.mp4'), new File([], 'empty.mov')];
      return await Promise.all(
        files.map((file) =>
          window.studio?.tasks.caption(file, { source: { cues } }).then(
            () => 'made',
            (error: unknown) => (error instanceof Error ? error.message : String(error)),
          ),
        ),
      );
    },
    captionsEvery(2, 1, 10),
  );
  expect(refusals[0]).toContain('notes.mp4');
  expect(refusals[1]).toContain('empty.mov');
});

test.describe('from the first second to the last', () => {
  test.setTimeout(isLong ? 10 * 60_000 : 2 * 60_000);

  test('captions keep their times at 29.97 frames a second, turned', async ({ page }) => {
    const source = await upright();
    const cues = captionsEvery(isLong ? 20 : 5, 1, SECONDS);
    await openStudio(page);
    const made = await captionFile(page, source, { source: { cues } });
    await expectSameTimes(made, source);
    await expectSameSound(made, source);
    await expectInTime(made, cues, FRAME);
  });

  test('captions keep their times where the frame rate varies', async ({ page }) => {
    // Of 60 frames a second, all for a while, then every second one, then every fifth.
    const keep = 'if(lt(mod(t\\,9)\\,3)\\,1\\,if(lt(mod(t\\,9)\\,6)\\,not(mod(n\\,2))\\,not(mod(n\\,5))))';
    const source = await darkVideo({ name: 'telephone.mp4', size: '192x108', rate: '60', seconds: SECONDS, keep });
    const cues = captionsEvery(isLong ? 20 : 5, 1, SECONDS);
    await openStudio(page);
    const made = await captionFile(page, source, { source: { cues } });
    expect((await stat(made)).size).toBeGreaterThan(0);
    await expectSameTimes(made, source);
    await expectSameSound(made, source);
    await expectInTime(made, cues, 5 / 60);
  });
});
