import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { convertFile, film, streamsOf } from '../support/converted.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { measureLoudness } from '../support/loudness.ts';
import { ffmpeg } from '../support/process.ts';
import { clickTimes, decodeLeft, SAMPLE_RATE } from '../support/sound.ts';
import { openStudio } from '../support/studio-page.ts';
import { clickTrack } from '../support/tracks.ts';

/** One packet of AAC, of which the last may be longer than what was put in. In seconds. */
const PACKET = 1024 / 44_100;

const talk = () => film({ name: 'talk.mp4', size: '320x180', rate: '25', seconds: 8 });

test('the sound of a video becomes a WAV of 16 bits, at its rate and as loud', async ({ page }) => {
  const source = await talk();
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'wav' });
  expect(made).toMatch(/talk_converted\.wav$/);
  const { streams, seconds } = await streamsOf(made);
  expect(streams).toHaveLength(1);
  expect(streams[0]).toMatchObject({ codec_name: 'pcm_s16le', sample_rate: '44100', channels: 2 });
  expect(Math.abs(seconds - 8)).toBeLessThan(PACKET);
  expect((await readFile(made)).subarray(0, 4).toString()).toBe('RIFF');
  const [heard, given] = [await measureLoudness(made), await measureLoudness(source)];
  expect(Math.abs(heard.integrated - given.integrated)).toBeLessThan(0.1);
});

test('samples of a WAV are those of its source', async ({ page }) => {
  const source = await cachedFixture('noise.flac', { version: 1 }, (path) =>
    ffmpeg([
      '-f',
      'lavfi',
      '-i',
      'anoisesrc=d=3:c=pink:a=0.5:r=48000:seed=4',
      '-sample_fmt',
      's16',
      '-f',
      'flac',
      path,
    ]),
  );
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'wav' });
  const { streams } = await streamsOf(made);
  expect(streams[0]).toMatchObject({ channels: 1 });
  const [heard, given] = [await decodeLeft(made), await decodeLeft(source)];
  expect(heard).toHaveLength(given.length);
  const worst = heard.reduce((most, sample, n) => Math.max(most, Math.abs(sample - (given[n] ?? 0))), 0);
  expect(worst).toBeLessThan(2 / 32_768);
});

test('the sound of a video becomes an MP3, as long and as loud', async ({ page }) => {
  const source = await talk();
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'mp3' });
  const { streams } = await streamsOf(made);
  expect(streams[0]).toMatchObject({ codec_name: 'mp3', sample_rate: '44100', channels: 2 });
  expect(Math.abs((await decodeLeft(made)).length / SAMPLE_RATE - 8)).toBeLessThan(PACKET);
  const [heard, given] = [await measureLoudness(made), await measureLoudness(source)];
  // At this bit rate LAME makes everything 3 % quieter, so that nothing is clipped.
  expect(Math.abs(heard.integrated - given.integrated)).toBeLessThan(0.35);
});

test('an MP3 begins where its source does, and is as long to the sample', async ({ page }) => {
  const clicks = [0.5, 1.75, 2.9];
  const source = await clickTrack({ name: 'clicks.wav', format: 'wav', seconds: 3, clicks });
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'mp3' });
  const [heard, given] = [await decodeLeft(made), await decodeLeft(source)];
  expect(Math.abs(heard.length - given.length)).toBeLessThanOrEqual(2);
  const times = clickTimes(heard);
  expect(times).toHaveLength(clicks.length);
  for (const [index, time] of clickTimes(given).entries()) {
    expect(Math.abs((times[index] ?? 0) - time)).toBeLessThan(0.0005);
  }
});

test('a rate that MP3 has not got becomes one that it has', async ({ page }) => {
  const source = await cachedFixture('fine.wav', { version: 1 }, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', 'aevalsrc=0.3*sin(440*2*PI*t):s=96000:d=3', '-f', 'wav', path]),
  );
  await openStudio(page);
  const made = await convertFile(page, source, { to: 'mp3' });
  const { streams } = await streamsOf(made);
  expect(streams[0]).toMatchObject({ codec_name: 'mp3', sample_rate: String(SAMPLE_RATE), channels: 1 });
});

test('a file without sound is refused by name', async ({ page }) => {
  const mute = await film({ name: 'mute.mp4', size: '320x180', rate: '25', seconds: 2, sound: ['-an'] });
  await openStudio(page);
  await expect(convertFile(page, mute, { to: 'mp3' })).rejects.toThrow(/mute\.mp4.*no sound.*MP3/);
});
