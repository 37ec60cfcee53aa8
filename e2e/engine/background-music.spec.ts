import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { MusicInput } from '#app/api/arguments.ts';
import { darkVideo, packetSums } from '../support/captioned.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { measureLoudness } from '../support/loudness.ts';
import { boxOrder, frameTimes } from '../support/probe.ts';
import { ffmpeg, runProgram } from '../support/process.ts';
import { decodeLeft, SAMPLE_RATE, toneLevel } from '../support/sound.ts';
import { openStudio } from '../support/studio-page.ts';

/** Of the videos' own tones, and of the music, in hertz. */
const OWN_TONE = 440;
const MUSIC_TONE = 1000;
const NTSC = '30000/1001';
/** MP4 counts in ticks, ffmpeg prints microseconds. */
const TICK = 1e-5;

/** A steady tone, in a file that is to be told from a loop by nothing but its length. */
function tone(name: string, seconds: number, amplitude = 0.8): Promise<string> {
  return cachedFixture(name, { name, seconds, amplitude, MUSIC_TONE }, (path) =>
    ffmpeg([
      ...['-f', 'lavfi', '-i', `aevalsrc=${amplitude}*sin(${MUSIC_TONE}*2*PI*t):s=48000:d=${seconds}:c=stereo`],
      ...['-f', 'wav', path],
    ]),
  );
}

/** Puts a track under a video through `window.studio`, and saves what comes of it. @returns its path. */
async function addMusic(page: Page, video: string, track: string, options: MusicInput = {}): Promise<string> {
  await page.evaluate(() => {
    document.querySelector('#given')?.remove();
    const element = Object.assign(document.createElement('input'), { type: 'file', id: 'given', multiple: true });
    document.body.append(element);
  });
  await page.setInputFiles('#given', [video, track]);
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 0 }),
    page.evaluate(async (given) => {
      const [film, song] = document.querySelector<HTMLInputElement>('#given')?.files ?? [];
      if (!window.studio || !film || !song) throw new Error('The page has no window.studio, or no files.');
      const made = await window.studio.tasks.backgroundMusic(film, song, given);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(made.video);
      link.download = made.video.name;
      link.click();
    }, options),
  ]);
  const saved = join(await mkdtemp(join(tmpdir(), 'studio-e2e-')), file.suggestedFilename());
  await file.saveAs(saved);
  return saved;
}

/** SHA-256 of all video packets, one behind the other, as ffmpeg copies them. */
async function pictureHash(path: string): Promise<string> {
  const copied = await runProgram('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-i', path, '-map', '0:v:0', '-c', 'copy', '-f', 'hash', '-hash', 'sha256', '-'],
  ]);
  return copied.toString().trim();
}

async function formatOf(path: string): Promise<{ duration: number; start: number; tags: Record<string, string> }> {
  const output = await runProgram('ffprobe', ['-v', 'error', '-show_format', '-of', 'json', path]);
  const { format } = JSON.parse(output.toString()) as {
    format: { duration: string; start_time: string; tags?: Record<string, string> };
  };
  return { duration: Number(format.duration), start: Number(format.start_time), tags: format.tags ?? {} };
}

/** The same packets at the same times, and as long. */
async function expectSamePictures(made: string, source: string): Promise<void> {
  expect(await pictureHash(made)).toBe(await pictureHash(source));
  const [packets, expected] = [await packetSums(made, 'v'), await packetSums(source, 'v')];
  expect(packets.map(({ sum }) => sum)).toEqual(expected.map(({ sum }) => sum));
  const [times, sourceTimes] = [await frameTimes(made), await frameTimes(source)];
  expect(times).toHaveLength(sourceTimes.length);
  const furthest = Math.max(...times.map((time, n) => Math.abs(time - (sourceTimes[n] ?? 0))));
  expect(furthest).toBeLessThanOrEqual(TICK);
}

/** Largest jump between neighbouring samples: a click is one that no wave of the music makes. */
function largestStep(samples: Float32Array, from: number, to: number): number {
  let largest = 0;
  for (let n = Math.round(from * SAMPLE_RATE) + 1; n < Math.round(to * SAMPLE_RATE); n++) {
    largest = Math.max(largest, Math.abs((samples[n] ?? 0) - (samples[n - 1] ?? 0)));
  }
  return largest;
}

test('pictures are copied bit by bit at their times, and the file is as long as the video', async ({ page }) => {
  const source = await darkVideo({ name: 'evening walk.mp4', size: '640x360', rate: NTSC, seconds: 10 });
  await openStudio(page);
  const made = await addMusic(page, source, await tone('short.wav', 3));
  expect(basename(made)).toBe('evening walk_music.mp4');
  expect((await boxOrder(made)).slice(0, 2)).toEqual(['ftyp', 'moov']);
  await expectSamePictures(made, source);
  const [format, expected] = [await formatOf(made), await formatOf(source)];
  expect(Math.abs(format.duration - expected.duration)).toBeLessThan(0.002);
});

test('rotation, variable frame times and the title stay', async ({ page }) => {
  const keep = 'not(eq(mod(n\\,7)\\,3))*not(between(n\\,40\\,55))';
  const turned = await darkVideo({ name: 'turned.mp4', size: '640x360', rate: '30', seconds: 5, keep, rotation: 90 });
  const source = await cachedFixture('turned titled.mp4', { turned, version: 1 }, (path) =>
    ffmpeg(['-i', turned, '-c', 'copy', '-metadata', 'title=Golden hour', '-f', 'mp4', path]),
  );
  await openStudio(page);
  const made = await addMusic(page, source, await tone('short.wav', 3));
  await expectSamePictures(made, source);
  const rotation = async (path: string) =>
    (await runProgram('ffprobe', ['-v', 'error', '-show_entries', 'stream_side_data=rotation', path])).toString();
  expect(await rotation(made)).toContain('rotation=');
  expect(await rotation(made)).toBe(await rotation(source));
  expect((await formatOf(made)).tags).toMatchObject({ title: 'Golden hour' });
});

test('an edit list that leaves the first pictures out stays one', async ({ page }) => {
  const whole = await darkVideo({ name: 'to cut.mp4', size: '320x180', rate: '25', seconds: 8 });
  // Cut in the middle of a group of pictures: those before are in the file, and the edit list leaves them out.
  const source = await cachedFixture('cut.mp4', { whole, version: 1 }, (path) =>
    ffmpeg(['-ss', '2.52', '-i', whole, '-c', 'copy', '-f', 'mp4', path]),
  );
  await openStudio(page);
  const made = await addMusic(page, source, await tone('short.wav', 3));
  await expectSamePictures(made, source);
  const [format, expected] = [await formatOf(made), await formatOf(source)];
  expect(Math.abs(format.duration - expected.duration)).toBeLessThan(0.03);
});

test('music lies under the video’s own sound at its gain, and fades out at the end', async ({ page }) => {
  const source = await darkVideo({ name: 'tones.mp4', size: '320x180', rate: '25', seconds: 10 });
  await openStudio(page);
  const made = await addMusic(page, source, await tone('short.wav', 3));
  const [mixed, own] = [await decodeLeft(made), await decodeLeft(source)];
  expect(Math.abs(mixed.length - own.length)).toBeLessThan(2048);
  for (const start of [1.1, 4.1, 6.1]) {
    expect(Math.abs(toneLevel(mixed, OWN_TONE, start, 0.3) - toneLevel(own, OWN_TONE, start, 0.3))).toBeLessThan(0.3);
    // 0.8 of full scale times 0.3.
    expect(Math.abs(toneLevel(mixed, MUSIC_TONE, start, 0.3) - 20 * Math.log10(0.24))).toBeLessThan(0.3);
  }
  expect(toneLevel(mixed, MUSIC_TONE, 9.8, 0.15)).toBeLessThan(toneLevel(mixed, MUSIC_TONE, 7, 0.15) - 20);
});

test('a track that starts over makes no click and no gap at any joint', async ({ page }) => {
  const source = await cachedFixture('silent film.mp4', { version: 1 }, (path) =>
    ffmpeg([
      ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=10', '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-an'],
      ...['-f', 'mp4', path],
    ]),
  );
  // Ends in the middle of a wave, as far from where it begins as it can be.
  const track = await tone('joint.wav', 1.73475);
  await openStudio(page);
  const made = await addMusic(page, source, track, { fadeOutSeconds: 0 });
  const sound = await decodeLeft(made);
  // Of a sine of this amplitude; AAC adds a little.
  const steepest = 0.24 * 2 * Math.sin((Math.PI * MUSIC_TONE) / SAMPLE_RATE);
  expect(largestStep(sound, 0.1, 9.9)).toBeLessThan(1.3 * steepest);
  for (let time = 0.2; time < 9.8; time += 0.02) {
    const start = Math.round(time * SAMPLE_RATE);
    const power = sound.subarray(start, start + 960).reduce((sum, sample) => sum + sample * sample, 0) / 960;
    // Two waves against each other for a moment in the middle of a joint are no gap.
    if (power < 1e-6) throw new Error(`There is a gap at ${time.toFixed(2)} s.`);
  }
  await expectSamePictures(made, source);
});

test('the music goes down while something is heard in the video', async ({ page }) => {
  const source = await cachedFixture('talking.mp4', { version: 1 }, (path) =>
    ffmpeg([
      ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=9', '-f', 'lavfi'],
      ...['-i', `aevalsrc=0.4*sin(${OWN_TONE}*2*PI*t)*between(t\\,3\\,6):s=48000:d=9`],
      ...['-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-c:a', 'aac', '-f', 'mp4', path],
    ]),
  );
  await openStudio(page);
  const sound = await decodeLeft(await addMusic(page, source, await tone('long.wav', 20), { duck: true }));
  const level = (start: number) => toneLevel(sound, MUSIC_TONE, start, 0.5);
  expect(level(1) - level(4)).toBeGreaterThan(11.5);
  expect(level(1) - level(4)).toBeLessThan(12.5);
  expect(Math.abs(level(1) - level(6.7))).toBeLessThan(0.2);
});

test('true peaks stay at most at -1 dBTP, however loud both sounds are', async ({ page }) => {
  const loud = await cachedFixture('loud.mp4', { version: 1 }, (path) =>
    ffmpeg([
      ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=8', '-f', 'lavfi'],
      ...['-i', 'anoisesrc=d=8:c=pink:a=1:r=48000:seed=1', '-af', 'volume=12dB,alimiter=limit=1:level=false'],
      ...['-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-c:a', 'aac', '-b:a', '256k', '-f', 'mp4', path],
    ]),
  );
  await openStudio(page);
  const made = await addMusic(page, loud, await tone('full.wav', 5, 1), { musicGain: 1 });
  expect((await measureLoudness(made)).truePeak).toBeLessThanOrEqual(-1);
});

test('a WebM stays one, with its packets and with Opus', async ({ page }) => {
  const source = await cachedFixture('walk.webm', { version: 1 }, (path) =>
    ffmpeg([
      ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=6', '-f', 'lavfi', '-i', 'sine=440:d=6:r=48000'],
      ...['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus', '-f', 'webm', path],
    ]),
  );
  await openStudio(page);
  const made = await addMusic(page, source, await tone('short.wav', 3));
  expect(basename(made)).toBe('walk_music.webm');
  const streams = await runProgram('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'stream=codec_name',
    '-of',
    'csv=p=0',
    made,
  ]);
  expect(streams.toString().trim().split(/\s+/)).toEqual(['vp9', 'opus']);
  expect(await pictureHash(made)).toBe(await pictureHash(source));
  expect(Math.abs((await formatOf(made)).duration - (await formatOf(source)).duration)).toBeLessThan(0.03);
  const sound = await decodeLeft(made);
  expect(Math.abs(toneLevel(sound, MUSIC_TONE, 2, 0.5) - 20 * Math.log10(0.24))).toBeLessThan(0.5);
});

test('a file without pictures and a track without sound are refused by name', async ({ page }) => {
  const track = await tone('short.wav', 3);
  const film = await darkVideo({ name: 'tones.mp4', size: '320x180', rate: '25', seconds: 10 });
  const silent = await cachedFixture('mute.mp4', { version: 1 }, (path) =>
    ffmpeg(['-i', film, '-c', 'copy', '-an', '-f', 'mp4', path]),
  );
  await openStudio(page);
  await expect(addMusic(page, track, track)).rejects.toThrow(/short\.wav.*holds no video/);
  await expect(addMusic(page, film, silent)).rejects.toThrow(/mute\.mp4.*holds no sound/);
  await expect(addMusic(page, film, await tone('blip.wav', 0.2))).rejects.toThrow(/blip\.wav.*too short/);
});
