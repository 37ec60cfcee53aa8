import { expect } from '@playwright/test';
import { type ExportedVideo, exportVideo } from '../support/export-page.ts';
import { photos, plainPicture } from '../support/pictures.ts';
import {
  type Colour,
  colourAt,
  colourDistance,
  decodeFrames,
  decodeStill,
  type Picture,
  psnr,
} from '../support/pixels.ts';
import { boxOrder, frameTimes, keyframeTimes, probeMedia } from '../support/probe.ts';
import { clickTimes, decodeSound, peakBetween } from '../support/sound.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';

const SIZE = { width: 1080, height: 1920 };
const GOLD: Colour = [0xd4, 0xaf, 0x37];
const INK: Colour = [0x05, 0x05, 0x05];
const FRAME_SECONDS = 1 / 30;
/** What H.264 at 7 Mbit/s and 4:2:0 may change in a flat area. */
const CODEC_TOLERANCE = 6;

test.describe('thirty seconds from five photos and an MP3', () => {
  let exported: ExportedVideo;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await browser.newPage();
    const track = await clickTrack({ name: 'clicks.mp3', format: 'mp3', seconds: 40, clicks: [1, 10, 20] });
    exported = await exportVideo(page, {
      photos: await photos(5),
      track,
      text: '✨ Luxury Beauty Secrets Revealed!',
      lengthSeconds: 30,
      seed: 7,
    });
    await page.close();
  });

  test('is H.264 High at 1080x1920 in limited-range BT.709, 900 frames at a constant 30 a second', async () => {
    const { video } = await probeMedia(exported.video);
    expect(video).toMatchObject({
      codec_name: 'h264',
      profile: 'High',
      width: 1080,
      height: 1920,
      pix_fmt: 'yuv420p',
      color_range: 'tv',
      color_space: 'bt709',
      color_transfer: 'bt709',
      color_primaries: 'bt709',
      nb_read_frames: '900',
      r_frame_rate: '30/1',
      avg_frame_rate: '30/1',
    });
    const times = await frameTimes(exported.video);
    times.forEach((time, index) => {
      expect(Math.abs(time - index * FRAME_SECONDS)).toBeLessThan(0.001);
    });
    expect(Number(video.bit_rate)).toBeLessThan(8_500_000);
  });

  test('has a keyframe every two seconds', async () => {
    const times = await keyframeTimes(exported.video);
    expect(times).toHaveLength(15);
    times.forEach((time, index) => {
      expect(time).toBeCloseTo(2 * index, 3);
    });
  });

  test('has AAC-LC stereo at 48 kHz, as long as the picture', async () => {
    const { video, audio } = await probeMedia(exported.video);
    expect(audio).toMatchObject({ codec_name: 'aac', profile: 'LC', sample_rate: '48000', channels: 2 });
    expect(Math.abs(Number(audio.duration) - Number(video.duration))).toBeLessThan(FRAME_SECONDS);
    expect(Number(video.duration)).toBeCloseTo(30, 3);
  });

  test("keeps the track's clicks where they were, and fades to silence", async () => {
    const samples = await decodeSound(exported.video);
    const clicks = clickTimes(samples);
    expect(clicks).toHaveLength(3);
    [1, 10, 20].forEach((expected, index) => {
      expect(Math.abs((clicks[index] ?? 0) - expected)).toBeLessThan(0.002);
    });
    expect(peakBetween(samples, 29.95, 0.05)).toBeLessThan(0.005);
  });

  test('can start to play before it has arrived: moov stands before mdat', async () => {
    const boxes = await boxOrder(exported.video);
    expect(boxes.indexOf('moov')).toBeGreaterThan(-1);
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'));
  });

  test('comes with a thumbnail of the frame at one second', async () => {
    const [frame] = await decodeFrames(exported.video, SIZE, [30]);
    const still = await decodeStill(exported.thumbnail, SIZE);
    expect(psnr(still, frame as Picture)).toBeGreaterThan(32);
  });

  test('is reported with its frames, size and times per stage', () => {
    const { job } = exported;
    expect(job.output).toMatchObject({ frames: 900, durationSeconds: 30 });
    expect(job.timings.map((timing) => timing.stage)).toEqual(['preparing', 'rendering', 'assembling', 'checking']);
    expect(job.progress).toBe(100);
  });

  test('has been decoded again, and found to be what was asked for', () => {
    const { report } = exported.job;
    expect(report?.checks.filter((check) => !check.passed)).toEqual([]);
    expect(report?.checks.filter((check) => check.measured === null)).toEqual([]);
    expect(report?.passed).toBe(true);
  });
});

test.describe('the composition, to the pixel, in the decoded file', () => {
  const RED: Colour = [200, 40, 40];
  let first: Picture;
  let next: Picture;
  let last: Picture;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await browser.newPage();
    const { video } = await exportVideo(page, {
      photos: [await plainPicture('red.png', '#C82828')],
      text: 'Golden hour',
      lengthSeconds: 3,
      seed: 3,
    });
    [first, next, last] = (await decodeFrames(video, SIZE, [0, 10, 89])) as [Picture, Picture, Picture];
    await page.close();
  });

  test('a gold border of ten pixels runs along all four edges', () => {
    for (const [x, y] of [
      [4, 960],
      [1075, 960],
      [540, 4],
      [540, 1915],
    ] as const) {
      expect(colourDistance(colourAt(first, x, y), GOLD), `at ${x},${y}`).toBeLessThanOrEqual(CODEC_TOLERANCE);
    }
    expect(colourDistance(colourAt(first, 14, 960), GOLD)).toBeGreaterThan(60);
  });

  test('the background is #050505', () => {
    // The darkest of many points: glitter may fall on any one of them.
    const darkest = Array.from({ length: 140 }, (_, index) => colourAt(first, 40, 200 + index * 11)).sort(
      (a, b) => a[0] + a[1] + a[2] - (b[0] + b[1] + b[2]),
    );
    expect(colourDistance(darkest[20] ?? [255, 255, 255], INK)).toBeLessThanOrEqual(CODEC_TOLERANCE);
  });

  test('the photo fills 900x1600 at first and 945x1680 at last, centred', () => {
    expect(edgesOf(first, RED)).toEqual({ left: 90, right: 990, top: 160, bottom: 1760 });
    const grown = edgesOf(last, RED);
    expect(Math.abs(grown.left - 67.5)).toBeLessThanOrEqual(1);
    expect(Math.abs(grown.right - 1012.5)).toBeLessThanOrEqual(1);
    expect(Math.abs(grown.top - 120)).toBeLessThanOrEqual(1);
    expect(Math.abs(grown.bottom - 1800)).toBeLessThanOrEqual(1);
  });

  test('the atmosphere moves', () => {
    expect(changedPixels(first, next, { fromX: 12, toX: 60 })).toBeGreaterThan(100);
  });

  test('the hook is white with a black stroke, and stays inside its banner', () => {
    const white = whitePixels(first);
    expect(white.length).toBeGreaterThan(2000);
    expect(Math.min(...white.map((point) => point.y))).toBeGreaterThanOrEqual(100);
    expect(Math.max(...white.map((point) => point.y))).toBeLessThan(300);
    const xs = white.map((point) => point.x);
    const centre = (Math.min(...xs) + Math.max(...xs)) / 2;
    expect(Math.abs(centre - 540)).toBeLessThan(6);
  });

  /** First and last column and row (exclusive) of a colour, on the lines through the middle of the canvas. */
  function edgesOf(picture: Picture, colour: Colour) {
    const isColour = (x: number, y: number) => colourDistance(colourAt(picture, x, y), colour) < 60;
    const columns = range(picture.width).filter((x) => isColour(x, 960));
    const rows = range(picture.height).filter((y) => isColour(540, y));
    return {
      left: columns[0] ?? -1,
      right: (columns.at(-1) ?? -2) + 1,
      top: rows[0] ?? -1,
      bottom: (rows.at(-1) ?? -2) + 1,
    };
  }

  function changedPixels(a: Picture, b: Picture, { fromX, toX }: { fromX: number; toX: number }): number {
    let count = 0;
    for (let y = 12; y < a.height - 12; y++) {
      for (let x = fromX; x < toX; x++) {
        if (colourDistance(colourAt(a, x, y), colourAt(b, x, y)) > 24) count++;
      }
    }
    return count;
  }

  function whitePixels(picture: Picture): { x: number; y: number }[] {
    const found: { x: number; y: number }[] = [];
    for (let y = 165; y < 1750; y++) {
      for (let x = 100; x < 980; x++) {
        const [red, green, blue] = colourAt(picture, x, y);
        if (red > 235 && green > 235 && blue > 235) found.push({ x, y });
      }
    }
    return found;
  }
});

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
