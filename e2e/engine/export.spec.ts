import { readFile, stat, writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { ExportPage } from '../harness/export/page.ts';
import type { ExportRequest } from '../harness/export/worker.ts';
import { corruptTrack } from '../support/bad-files.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { boxOrder, frameTimes, keyframeTimes, probeMedia } from '../support/probe.ts';
import { ffmpeg } from '../support/process.ts';
import { clickTimes, decodeSound, peakBetween } from '../support/sound.ts';
import { CLICK_PEAK, clickTrack, TONE_PEAK, type TrackFormat } from '../support/tracks.ts';

declare global {
  interface Window {
    readonly exportPage: ExportPage;
  }
}

/** A small video: what is checked here does not depend on its size. */
const SMALL: ExportRequest = {
  size: { width: 180, height: 320 },
  frameRate: { numerator: 30, denominator: 1 },
  frames: 330,
  videoBitRate: 500_000,
  keyframeInterval: 60,
  fadeOutSeconds: 0,
  videoEncoder: 'webcodecs',
};
const FULL_SIZE: ExportRequest = {
  ...SMALL,
  size: { width: 1080, height: 1920 },
  videoBitRate: 7_000_000,
  frames: 90,
};

const FRAME_SECONDS = 1 / 30;

async function openPage(page: Page, machine = 'as-it-is'): Promise<void> {
  await page.goto(`/harness/export.html?machine=${machine}`);
  await page.waitForFunction(() => 'exportPage' in window);
}

/** Renders in the page and gives the path of the file, with what the render said of itself. */
async function render(page: Page, request: ExportRequest, track?: string, machine?: string) {
  await openPage(page, machine);
  if (track) await page.setInputFiles('#file', track);
  const [download, result] = await Promise.all([
    page.waitForEvent('download', { timeout: 110_000 }),
    page.evaluate((wanted) => window.exportPage.render(wanted), request),
  ]);
  return { ...result, file: await download.path() };
}

async function expectGoodVideo(file: string, request: ExportRequest): Promise<void> {
  const { video, audio } = await probeMedia(file);
  expect(video).toMatchObject({
    codec_name: 'h264',
    profile: 'High',
    width: request.size.width,
    height: request.size.height,
    pix_fmt: 'yuv420p',
    color_range: 'tv',
    color_space: 'bt709',
    color_primaries: 'bt709',
    color_transfer: 'bt709',
    r_frame_rate: '30/1',
    avg_frame_rate: '30/1',
    nb_read_frames: String(request.frames),
  });
  expect(audio).toMatchObject({ codec_name: 'aac', profile: 'LC', sample_rate: '48000', channels: 2 });
  const length = request.frames * FRAME_SECONDS;
  expect(Number(video.start_time)).toBe(0);
  expect(Math.abs(Number(audio.start_time))).toBeLessThan(0.001);
  expect(Number(video.duration)).toBeCloseTo(length, 4);
  expect(Math.abs(Number(audio.duration) - length)).toBeLessThan(FRAME_SECONDS);
  const boxes = await boxOrder(file);
  expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'));
  const times = await frameTimes(file);
  times.forEach((time, frame) => {
    expect(time).toBeCloseTo(frame * FRAME_SECONDS, 4);
  });
  const keyframes = Array.from(
    { length: Math.ceil(request.frames / request.keyframeInterval) },
    (_, n) => n * request.keyframeInterval * FRAME_SECONDS,
  );
  const found = await keyframeTimes(file);
  expect(found).toHaveLength(keyframes.length);
  found.forEach((time, n) => {
    expect(time).toBeCloseTo(keyframes[n] ?? Number.NaN, 4);
  });
}

test('a full-size video has every fact that platforms ask for', async ({ page }) => {
  const { file, bytes, frames, flushed } = await render(page, FULL_SIZE);
  await expectGoodVideo(file, FULL_SIZE);
  expect({ frames, flushed }).toEqual({ frames: 90, flushed: true });
  expect((await stat(file)).size).toBe(bytes);
});

test('a video without music has a silent track of the same length', async ({ page }) => {
  const request = { ...SMALL, frames: 60 };
  const { file } = await render(page, request);
  await expectGoodVideo(file, request);
  const sound = await decodeSound(file);
  expect(peakBetween(sound, 0, 2)).toBe(0);
});

const FORMATS: TrackFormat[] = ['wav', 'mp3', 'm4a', 'ogg', 'flac'];
for (const format of FORMATS) {
  test(`a click at 10.000 s of a ${format} track is at 10.000 s of the video, and one at 0.010 s at 0.010 s`, async ({
    page,
  }) => {
    const track = await clickTrack({ name: `clicks.${format}`, format, seconds: 12, clicks: [0.01, 5, 10] });
    const { file } = await render(page, SMALL, track);
    await expectGoodVideo(file, SMALL);
    const clicks = clickTimes(await decodeSound(file));
    const wanted = clickTimes(await decodeSound(track));
    expect(wanted).toHaveLength(3);
    expect(clicks).toHaveLength(3);
    clicks.forEach((time, n) => {
      expect(Math.abs(time - (wanted[n] ?? 0))).toBeLessThan(0.002);
    });
  });
}

test('this browser’s own decoder hears the click where it belongs', async ({ page }) => {
  const track = await clickTrack({ name: 'click.wav', format: 'wav', seconds: 12, clicks: [10] });
  await render(page, SMALL, track);
  expect(Math.abs((await page.evaluate(() => window.exportPage.loudestSecond())) - 10)).toBeLessThan(0.002);
});

test('an encoder of the browser’s own, with a longer delay, is used and keeps the click in place', async ({ page }) => {
  const track = await clickTrack({ name: 'click.wav', format: 'wav', seconds: 12, clicks: [10] });
  await openPage(page, 'native-aac');
  expect((await page.evaluate(() => window.exportPage.probe())).audioEncoder).toBe('native');
  const { file } = await render(page, SMALL, track, 'native-aac');
  await expectGoodVideo(file, SMALL);
  const clicks = clickTimes(await decodeSound(file));
  expect(clicks).toHaveLength(1);
  expect(Math.abs((clicks[0] ?? 0) - 10)).toBeLessThan(0.002);
});

/** Rates, channels and codecs beyond those of the plain tracks above. */
const ODD_TRACKS = {
  'mono-22k.mp3': ['-ac', '1', '-ar', '22050', '-c:a', 'libmp3lame'],
  'vbr-tagged.mp3': ['-ar', '44100', '-c:a', 'libmp3lame', '-q:a', '3', '-metadata', 'title=Long title '.repeat(40)],
  'opus.ogg': ['-c:a', 'libopus', '-b:a', '128k'],
  'surround-96k.flac': ['-af', 'pan=5.1|FL=FL|FR=FR', '-ar', '96000', '-c:a', 'flac'],
  '8-bit.wav': ['-ar', '11025', '-c:a', 'pcm_u8'],
  'float-88k.wav': ['-ar', '88200', '-c:a', 'pcm_f32le'],
  'aac-44k.m4a': ['-ar', '44100', '-c:a', 'aac', '-f', 'mp4'],
  'raw.aac': ['-ar', '44100', '-c:a', 'aac', '-f', 'adts'],
} as const;
for (const [name, args] of Object.entries(ODD_TRACKS)) {
  test(`the click of ${name} is where ffmpeg hears it`, async ({ page }) => {
    const plain = await clickTrack({ name: 'click.wav', format: 'wav', seconds: 12, clicks: [10] });
    const track = await cachedFixture(name, args, (path) => ffmpeg(['-i', plain, ...args, path]));
    const { file } = await render(page, SMALL, track);
    const [found] = clickTimes(await decodeSound(file));
    const [wanted] = clickTimes(await decodeSound(track));
    expect(Math.abs((found ?? 0) - (wanted ?? Number.NaN))).toBeLessThan(0.002);
  });
}

test('music fades to silence at the end', async ({ page }) => {
  const track = await clickTrack({ name: 'fading.wav', format: 'wav', seconds: 6, clicks: [3.9] });
  const { file } = await render(page, { ...SMALL, frames: 120, fadeOutSeconds: 1 }, track);
  const sound = await decodeSound(file);
  const tone = peakBetween(sound, 2, 0.5);
  expect(tone).toBeGreaterThan(0.015);
  // Of the click over it, which comes late in the fade, less than a sixteenth is left.
  expect(peakBetween(sound, 3.85, 0.1)).toBeLessThan((tone * CLICK_PEAK) / TONE_PEAK / 16);
});

test('a track that ends early is followed by silence up to the end', async ({ page }) => {
  const track = await clickTrack({ name: 'short.wav', format: 'wav', seconds: 1, clicks: [0.5] });
  const request = { ...SMALL, frames: 90 };
  const { file } = await render(page, request, track);
  await expectGoodVideo(file, request);
  expect(peakBetween(await decodeSound(file), 1.1, 1.8)).toBeLessThan(0.001);
});

test('where the browser’s encoder fails, libx264 makes a video with the same facts', async ({ page }) => {
  test.slow();
  await openPage(page, 'without-encoder');
  expect(await page.evaluate(() => window.exportPage.probe())).toEqual({
    videoEncoder: 'ffmpeg',
    hardwareEncoder: false,
    audioEncoder: 'bundled',
  });
  const request = { ...SMALL, frames: 70, keyframeInterval: 30, videoEncoder: 'ffmpeg' } as const;
  const { file } = await render(page, request);
  await expectGoodVideo(file, request);
});

test('an encoder that works is found to work', async ({ page }) => {
  await openPage(page);
  expect((await page.evaluate(() => window.exportPage.probe())).videoEncoder).toBe('webcodecs');
});

test('an encoder that makes garbage is found out', async ({ page }) => {
  await openPage(page, 'grey-encoder');
  expect((await page.evaluate(() => window.exportPage.probe())).videoEncoder).toBe('ffmpeg');
});

test('an encoder that falls silent ends the render with an error that says so', async ({ page }) => {
  await openPage(page, 'silent-encoder');
  const failure = page.evaluate((request) => window.exportPage.render(request), SMALL);
  await expect(failure).rejects.toThrow(/render-stalled: .*10 seconds/);
});

test('an encoder that loses frames ends the render instead of making a short video', async ({ page }) => {
  await openPage(page, 'losing-encoder');
  const failure = page.evaluate((request) => window.exportPage.render(request), SMALL);
  await expect(failure).rejects.toThrow(/encoder-failed: .*330 frames never came out/);
});

test('a full disk ends the render with an error that says so', async ({ page }) => {
  await openPage(page);
  const failure = page.evaluate((request) => window.exportPage.render(request), { ...FULL_SIZE, diskBytes: 2 ** 17 });
  await expect(failure).rejects.toThrow(/disk-full: /);
});

test('a corrupt track is refused by name', async ({ page }) => {
  await openPage(page);
  await page.setInputFiles('#file', await corruptTrack('broken.mp3'));
  await expect(page.evaluate(() => window.exportPage.scan())).rejects.toThrow(/file-damaged: “broken\.mp3”/);
});

test('a track whose end is missing, with the list of what is in it, is refused as damaged', async ({ page }) => {
  const whole = await clickTrack({ name: 'whole.m4a', format: 'm4a', seconds: 4, clicks: [1] });
  const half = await cachedFixture('half.m4a', 'first half', async (path) => {
    const bytes = await readFile(whole);
    await writeFile(path, bytes.subarray(0, bytes.length / 2));
  });
  await openPage(page);
  await page.setInputFiles('#file', half);
  await expect(page.evaluate(() => window.exportPage.scan())).rejects.toThrow(/file-damaged: “half\.m4a”/);
});

for (const format of FORMATS) {
  test(`scanning a ${format} track tells its length and where it is loud`, async ({ page }) => {
    const track = await clickTrack({ name: `scan.${format}`, format, seconds: 4, clicks: [1] });
    await openPage(page);
    await page.setInputFiles('#file', track);
    const { facts, peaks } = await page.evaluate(() => window.exportPage.scan());
    expect(facts).toMatchObject({ kind: 'audio', sampleRate: 48_000, channels: 2 });
    expect(Math.abs(facts.durationSeconds - 4)).toBeLessThan(0.06);
    const slices = Object.values(peaks);
    const loudAt = slices.flatMap((peak, slice) => (peak > 0.5 ? [(slice * 4) / slices.length] : []));
    expect(Math.min(...loudAt)).toBeGreaterThanOrEqual(0.88);
    expect(Math.max(...loudAt)).toBeLessThanOrEqual(1.12);
  });
}
