import { basename } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { MixMeter } from '#core/audio/normalise.ts';
import { type StereoChunk, sliceChunk } from '#core/audio/stereo.ts';
import { endlessly } from '#core/timeline/playback.ts';
import type { AudioClip } from '#core/timeline/timeline.ts';
import { frameIndex, seconds } from '#core/units.ts';
import type { ExportPage } from '../harness/export/page.ts';
import type { ExportRequest } from '../harness/export/worker.ts';
import { measureLoudness } from '../support/loudness.ts';
import { MUSIC_KINDS, musicTrack, toneTrack } from '../support/music.ts';
import { runProgram } from '../support/process.ts';
import { decodeSound, peakBetween, SAMPLE_RATE, toneLevel } from '../support/sound.ts';

declare global {
  interface Window {
    readonly exportPage: ExportPage;
  }
}

/** The sound is what counts here: the pictures are as few and small as an encoder takes them. */
const REQUEST: ExportRequest = {
  size: { width: 64, height: 64 },
  frameRate: { numerator: 30, denominator: 1 },
  frames: 600,
  videoBitRate: 100_000,
  keyframeInterval: 60,
  fadeOutSeconds: 0,
  videoEncoder: 'webcodecs',
};

async function exported(page: Page, request: ExportRequest, files: readonly string[]): Promise<string> {
  await page.goto('/harness/export.html');
  await page.waitForFunction(() => 'exportPage' in window);
  await page.setInputFiles('#file', [...files]);
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 110_000 }),
    page.evaluate((wanted) => window.exportPage.render(wanted), request),
  ]);
  return download.path();
}

/** A sound on the timeline; times in seconds. */
function sound(role: AudioClip['role'], file: string, start: number, length: number, change: Partial<AudioClip> = {}) {
  return {
    kind: 'audio',
    role,
    assetId: basename(file),
    playback: { ...endlessly(seconds(60)), atEnd: 'hold' },
    gainDb: 0,
    duckDb: 0,
    fadeInSeconds: seconds(0),
    fadeOutSeconds: seconds(0),
    start: frameIndex(start * 30),
    durationFrames: length * 30,
    ...change,
  } as const satisfies AudioClip;
}

for (const kind of MUSIC_KINDS) {
  test(`music that is ${kind} comes out at -14 LUFS, with true peaks of at most -1 dBTP`, async ({ page }) => {
    const { integrated, truePeak } = await measureLoudness(await exported(page, REQUEST, [await musicTrack(kind)]));
    expect(Math.abs(integrated + 14)).toBeLessThanOrEqual(0.5);
    expect(truePeak).toBeLessThanOrEqual(-1);
  });

  test(`the studio measures music that is ${kind} as ffmpeg does`, async () => {
    const track = await musicTrack(kind);
    const meter = new MixMeter(SAMPLE_RATE);
    const samples = await decodeStereo(track);
    for (let n = 0; n < samples.left.length; n += 4800) meter.push(sliceChunk(samples, n, n + 4800));
    const { loudness, truePeak } = meter.finish();
    const { integrated, truePeak: wantedPeak } = await measureLoudness(track);
    // ffmpeg prints one decimal.
    expect(Math.abs(loudness - integrated)).toBeLessThan(0.1 + 0.05);
    expect(Math.abs(truePeak - wantedPeak)).toBeLessThan(0.2 + 0.05);
  });
}

test('what is nearly silent stays so', async ({ page }) => {
  const hiss = await toneTrack('nearly-silent.wav', 997, -66, 10);
  const samples = await decodeSound(await exported(page, { ...REQUEST, frames: 150 }, [hiss]));
  expect(peakBetween(samples, 1, 3)).toBeLessThan(0.001);
});

test.describe('music at 300 Hz under a clip at 1,000 Hz, another clip muted', () => {
  const MUSIC = 300;
  const CLIP = 1000;
  const MUTED = 3000;

  /** Ten seconds of music, a clip from 4 s to 6 s. */
  async function duckedMix(page: Page, change: { music?: Partial<AudioClip>; clip?: Partial<AudioClip> }) {
    const music = await toneTrack('music.wav', MUSIC, -12, 20);
    const clip = await toneTrack('clip.wav', CLIP, -18, 20);
    const muted = await toneTrack('muted.wav', MUTED, -6, 20);
    const sounds = [sound('music', music, 0, 10, change.music), sound('clip', clip, 4, 2, change.clip)];
    const file = await exported(page, { ...REQUEST, frames: 300, sounds }, [music, clip, muted]);
    return { file, samples: await decodeSound(file) };
  }

  test('the music goes down by as many decibels as were asked for, and comes back; the muted clip is not heard', async ({
    page,
  }) => {
    const { file, samples } = await duckedMix(page, { music: { duckDb: 12 } });
    const before = toneLevel(samples, MUSIC, 2, 1.5);
    expect(Math.abs(before - toneLevel(samples, MUSIC, 4.25, 1.5) - 12)).toBeLessThan(0.3);
    expect(Math.abs(before - toneLevel(samples, MUSIC, 7, 1.5))).toBeLessThan(0.3);
    // The clip is 6 dB below the music before it was ducked.
    expect(Math.abs(before - toneLevel(samples, CLIP, 4.25, 1.5) - 6)).toBeLessThan(0.3);
    expect(toneLevel(samples, MUTED, 4.25, 1.5)).toBeLessThan(before - 60);
    expect(Math.abs((await measureLoudness(file)).integrated + 14)).toBeLessThanOrEqual(0.5);
  });

  test('a clip under the music goes down instead, and the music stays', async ({ page }) => {
    const { samples } = await duckedMix(page, { clip: { duckDb: 9 } });
    const music = toneLevel(samples, MUSIC, 2, 1.5);
    expect(Math.abs(music - toneLevel(samples, MUSIC, 4.25, 1.5))).toBeLessThan(0.3);
    expect(Math.abs(music - toneLevel(samples, CLIP, 4.25, 1.5) - 6 - 9)).toBeLessThan(0.3);
  });

  test('gains are true to 0.3 dB against each other', async ({ page }) => {
    const { samples } = await duckedMix(page, { music: { gainDb: -10 }, clip: { gainDb: 5 } });
    const difference = toneLevel(samples, CLIP, 4.25, 1.5) - toneLevel(samples, MUSIC, 4.25, 1.5);
    expect(Math.abs(difference - (-18 + 5 - (-12 - 10)))).toBeLessThan(0.3);
  });
});

test('a clip at double speed is heard an octave higher and half as long, a looped one over and over', async ({
  page,
}) => {
  const tone = await toneTrack('two-seconds.wav', 500, -12, 2);
  const playback = endlessly(seconds(2));
  const sounds = [
    sound('clip', tone, 0, 2, { playback: { ...playback, speed: 2, atEnd: 'hold' } }),
    sound('clip', tone, 3, 5, { playback }),
  ];
  const samples = await decodeSound(await exported(page, { ...REQUEST, frames: 270, sounds }, [tone]));
  const once = toneLevel(samples, 1000, 0.2, 0.6);
  expect(once).toBeGreaterThan(toneLevel(samples, 500, 0.2, 0.6) + 40);
  expect(peakBetween(samples, 1.1, 1.8)).toBeLessThan(0.001);
  for (const time of [3.5, 5.5, 7.2]) expect(Math.abs(toneLevel(samples, 500, time, 0.6) - once)).toBeLessThan(0.3);
  expect(peakBetween(samples, 8.1, 0.8)).toBeLessThan(0.001);
});

async function decodeStereo(file: string): Promise<StereoChunk> {
  const bytes = await runProgram('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-i', file, '-ac', '2', '-ar', String(SAMPLE_RATE), '-f', 'f32le', '-'],
  ]);
  const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const channel = (side: number) =>
    Float32Array.from({ length: samples.length / 2 }, (_, n) => samples[2 * n + side] ?? 0);
  return { left: channel(0), right: channel(1) };
}
