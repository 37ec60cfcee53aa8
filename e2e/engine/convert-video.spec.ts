import { basename } from 'node:path';
import { expect, test } from '@playwright/test';
import { packetSums } from '../support/captioned.ts';
import { convertFile, film, psnrToSource, rotationOf, streamsOf, turnedFilm } from '../support/converted.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { measureLoudness } from '../support/loudness.ts';
import {
  anamorphic,
  lateStart,
  longGop,
  mpeg4Avi,
  oddSize,
  oneFrame,
  tiny,
  transportStream,
  variableRate,
} from '../support/odd-clips.ts';
import { boxOrder, frameTimes, probeMedia } from '../support/probe.ts';
import { ffmpeg } from '../support/process.ts';
import { assetOf, openStudio } from '../support/studio-page.ts';

const NTSC = '30000/1001';
/** MP4 counts in ticks, WebM in milliseconds, ffmpeg prints microseconds. */
const TICK = 1e-5;
const MILLISECOND = 1e-3;

const walk = () => film({ name: 'evening walk.mp4', size: '1280x720', rate: NTSC, seconds: 4 });

async function furthestOff(made: string, source: string): Promise<number> {
  const [times, expected] = [await frameTimes(made), await frameTimes(source)];
  expect(times).toHaveLength(expected.length);
  return Math.max(...times.map((time, n) => Math.abs(time - (expected[n] ?? 0))));
}

test('an MP4 for the web is H.264 and AAC, begins to play while it loads, and looks like its source', async ({
  page,
}) => {
  const source = await walk();
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'mp4', size: '480p' });
  expect(basename(made)).toBe('evening walk_480p.mp4');
  expect((await boxOrder(made)).slice(0, 2)).toEqual(['ftyp', 'moov']);
  const { video, audio, duration } = await probeMedia(made);
  expect(video).toMatchObject({
    codec_name: 'h264',
    profile: 'High',
    ...{ width: 854, height: 480, pix_fmt: 'yuv420p' },
    ...{ color_range: 'tv', color_space: 'bt709', color_primaries: 'bt709', color_transfer: 'bt709' },
    nb_read_frames: '120',
  });
  expect(audio).toMatchObject({ codec_name: 'aac', sample_rate: '44100' });
  expect(Math.abs(duration - (await probeMedia(source)).duration)).toBeLessThan(1 / 30);
  expect(await furthestOff(made, source)).toBeLessThan(TICK);
  expect(await psnrToSource(made, source, '854x480')).toBeGreaterThan(34);
  // Sound that plays everywhere already is taken over as it is.
  expect((await packetSums(made, 'a')).map(({ sum }) => sum)).toEqual(
    (await packetSums(source, 'a')).map(({ sum }) => sum),
  );
});

test('pictures that keep their size keep their planes, full range too', async ({ page }) => {
  const source = await film({ name: 'full.mp4', size: '640x360', rate: '25', seconds: 3, range: 'pc' });
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'mp4', size: '1080p' });
  expect((await probeMedia(made)).video).toMatchObject({ width: 640, height: 360, color_range: 'pc' });
  expect(await psnrToSource(made, source, '640x360')).toBeGreaterThan(35);
});

test('full range stays full range where pictures are made smaller', async ({ page }) => {
  const source = await film({ name: 'full hd.mp4', size: '1280x720', rate: '25', seconds: 2, range: 'pc' });
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'mp4', size: '480p' });
  expect((await probeMedia(made)).video).toMatchObject({ width: 854, height: 480, color_range: 'pc' });
  expect(await psnrToSource(made, source, '854x480')).toBeGreaterThan(34);
});

test('a standing video is still standing, and each of its uneven times is kept', async ({ page }) => {
  const keep = 'not(eq(mod(n\\,7)\\,3))*not(between(n\\,40\\,55))';
  const lying = await film({ name: 'uneven.mp4', size: '1280x720', rate: '30', seconds: 4, keep });
  const source = await turnedFilm(lying, 'standing.mp4', 90);
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'mp4', size: '720p' });
  // Lying in the file as it was, to be turned by the player.
  expect((await probeMedia(made)).video).toMatchObject({ width: 1280, height: 720 });
  expect(await rotationOf(made)).toBe(await rotationOf(source));
  expect(await rotationOf(made)).not.toBe('');
  expect(await furthestOff(made, source)).toBeLessThan(TICK);
  const small = await convertFile(page, source, { to: 'mp4', size: '480p' });
  expect((await probeMedia(small)).video).toMatchObject({ width: 854, height: 480 });
  expect(await psnrToSource(small, source, '480x854')).toBeGreaterThan(32);
});

test('a WebM is VP9 and Opus, upright without a player’s help, at its source’s times', async ({ page }) => {
  const lying = await film({ name: 'lying.mp4', size: '640x360', rate: '25', seconds: 3 });
  const source = await turnedFilm(lying, 'turned.mp4', 270);
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'webm' });
  expect(basename(made)).toBe('turned_converted.webm');
  const { streams, seconds } = await streamsOf(made);
  expect(streams[0]).toMatchObject({ codec_name: 'vp9', width: 360, height: 640, nb_read_frames: '75' });
  expect(streams[1]).toMatchObject({ codec_name: 'opus', sample_rate: '48000', channels: 2 });
  expect(await rotationOf(made)).toBe('');
  expect(Math.abs(seconds - 3)).toBeLessThan(1 / 25);
  expect(await furthestOff(made, source)).toBeLessThan(MILLISECOND);
  expect(await psnrToSource(made, source, '360x640')).toBeGreaterThan(33);
  const [heard, given] = [await measureLoudness(made), await measureLoudness(source)];
  expect(Math.abs(heard.integrated - given.integrated)).toBeLessThan(0.3);
});

test('sound that plays in few places becomes AAC, as loud and in time', async ({ page }) => {
  const source = await film({
    name: 'opus.mp4',
    size: '320x180',
    rate: '25',
    seconds: 4,
    sound: ['-c:a', 'libopus', '-ar', '48000', '-strict', '-2'],
  });
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'mp4', size: 'original' });
  const { audio, duration } = await probeMedia(made);
  expect(audio).toMatchObject({ codec_name: 'aac', sample_rate: '48000' });
  expect(Math.abs(duration - 4)).toBeLessThan(1 / 25);
  const [heard, given] = [await measureLoudness(made), await measureLoudness(source)];
  expect(Math.abs(heard.integrated - given.integrated)).toBeLessThan(0.3);
});

test('a video without sound stays one, and pixels that are not square become so', async ({ page }) => {
  const square = await film({ name: 'mute.mp4', size: '720x576', rate: '25', seconds: 2, sound: ['-an'] });
  const source = await cachedFixture('wide pixels.mp4', { square, version: 1 }, (path) =>
    ffmpeg([
      '-i',
      square,
      '-c',
      'copy',
      '-bsf:v',
      'h264_metadata=sample_aspect_ratio=64/45',
      '-aspect',
      '16:9',
      '-f',
      'mp4',
      path,
    ]),
  );
  await openStudio(page);
  const { streams } = await streamsOf(await convertFile(page, source, { to: 'mp4', size: '480p' }));
  expect(streams).toHaveLength(1);
  expect(streams[0]).toMatchObject({ width: 854, height: 480, nb_read_frames: '50' });
});

const ODD_CLIPS = [oddSize, tiny, anamorphic, transportStream, lateStart, oneFrame, longGop, variableRate];

for (const make of ODD_CLIPS) {
  test(`an odd clip becomes an MP4 with all of its pictures: ${make.name}`, async ({ page }) => {
    const source = await make();
    await openStudio(page);
    const made = await convertFile(page, source, { to: 'mp4', size: '480p' });
    const pictures = async (path: string) =>
      (await streamsOf(path)).streams.find(({ codec_type }) => codec_type === 'video')?.nb_read_frames;
    expect(await pictures(made)).toBe(await pictures(source));
    expect((await boxOrder(made)).slice(0, 2)).toEqual(['ftyp', 'moov']);
    const [times, expected] = [await frameTimes(made), await frameTimes(source)];
    // What begins late (a broadcast does) begins at 0.
    const late = (expected[0] ?? 0) - (times[0] ?? 0);
    expect(late).toBeGreaterThanOrEqual(-TICK);
    const off = times.map((time, n) => Math.abs(time + late - (expected[n] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(2 * TICK);
  });
}

test('an asset is converted as the browser can decode it', async ({ page }) => {
  await openStudio(page);
  const { id } = await assetOf(page, await mpeg4Avi());
  const made = await page.evaluate(async (assetId) => {
    if (!window.studio) throw new Error('The page has no window.studio.');
    const { file, frames, discard } = await window.studio.tasks.convert({ assetId }, { to: 'webm', size: '480p' });
    const answer = { name: file.name, type: file.type, bytes: file.size, frames };
    await discard();
    return answer;
  }, id);
  expect(made).toMatchObject({ type: 'video/webm', frames: 50 });
  expect(made.name).toMatch(/_480p\.webm$/);
  expect(made.bytes).toBeGreaterThan(1000);
});

test('what cannot be converted is refused by name', async ({ page }) => {
  const source = await walk();
  const damaged = await cachedFixture('torn.mp4', { source, version: 1 }, async (path) => {
    const { readFile, writeFile } = await import('node:fs/promises');
    const bytes = await readFile(source);
    // Half a file, whose tables stand at its end.
    await writeFile(path, bytes.subarray(0, bytes.length / 2));
  });
  const song = await cachedFixture('song.wav', { version: 1 }, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', 'sine=440:d=1', '-f', 'wav', path]),
  );
  await openStudio(page);
  await expect(convertFile(page, song, { to: 'mp4' })).rejects.toThrow(/song\.wav.*no moving pictures.*MP4/);
  await expect(convertFile(page, damaged, { to: 'mp4' })).rejects.toThrow(/torn\.mp4.*damaged/);
  // @ts-expect-error: no such size.
  await expect(convertFile(page, source, { to: 'mp4', size: '8k' })).rejects.toThrow(/options\.size/);
});
