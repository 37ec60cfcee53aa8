import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { MergeInput } from '#app/api/arguments.ts';
import type { RenderJob } from '#core/job/job.ts';
import { seenFrames } from '../support/captioned.ts';
import { downloadOutput } from '../support/export-page.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { photo } from '../support/pictures.ts';
import { colourAt, decodeFrames } from '../support/pixels.ts';
import { probeMedia } from '../support/probe.ts';
import { ffmpeg } from '../support/process.ts';
import { clickTimes, decodeSound, toneLevel } from '../support/sound.ts';
import { assetOf, openStudio } from '../support/studio-page.ts';

/** Frames a second of scenes and of what is made of them. */
const RATE = 24;
/** Into a scene, in frames and in seconds: a white frame, and a click with it. */
const FLASH_FRAME = 5;
const FLASH = FLASH_FRAME / RATE;

interface WantedScene extends Omit<MergeInput['scenes'][number], 'picture' | 'voice'> {
  readonly picture: string;
  readonly voice?: string;
}

/** Merges files of this machine through `window.studio`. @returns path of the video. */
async function merge(
  page: Page,
  scenes: readonly WantedScene[],
  options: Omit<MergeInput, 'scenes'> = {},
): Promise<{ readonly job: RenderJob; readonly video: string }> {
  await openStudio(page);
  const ids = new Map<string, string>();
  for (const path of scenes.flatMap(({ picture, voice }) => (voice ? [picture, voice] : [picture]))) {
    if (!ids.has(path)) ids.set(path, (await assetOf(page, path)).id);
  }
  const assetIn = (path: string) => ({ assetId: ids.get(path) ?? '' });
  const request: MergeInput = {
    ...options,
    scenes: scenes.map(({ picture, voice, ...rest }) => ({
      ...rest,
      picture: assetIn(picture),
      ...(voice && { voice: assetIn(voice) }),
    })),
  };
  const job = await page.evaluate(async (given) => {
    const { studio } = window;
    if (!studio) throw new Error('The page has no window.studio.');
    const { jobId } = await studio.tasks.merge(given);
    return await new Promise<RenderJob>((resolve) => {
      const stop = studio.jobs.watch(jobId, (now) => {
        if (now.status === 'pending' || now.status === 'processing') return;
        stop();
        resolve(now);
      });
    });
  }, request);
  if (job.status !== 'completed') throw new Error(`The merge is ${job.status}: ${job.lastError?.message}`);
  const folder = await mkdtemp(join(tmpdir(), 'studio-e2e-'));
  return { job, video: await downloadOutput(page, job.id, 'video', folder) };
}

/** A dark film in which one frame is white, with a click at that moment. */
function flashing(seconds: number): Promise<string> {
  return cachedFixture(`flash-${seconds}.mp4`, { seconds, version: 3 }, (path) => {
    const white = `drawbox=c=white:t=fill:enable='eq(n\\,${FLASH_FRAME})'`;
    const click = `0.9*cos(2*PI*2000*(t-${FLASH}))*exp(-pow((t-${FLASH})/0.001\\,2))`;
    return ffmpeg([
      ...['-f', 'lavfi', '-i', `color=c=0x202020:s=320x180:r=${RATE}:d=${seconds},${white},format=yuv420p`],
      ...['-f', 'lavfi', '-i', `aevalsrc=${click}:s=48000:d=${seconds}`],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', '-b:a', '192k', '-f', 'mp4', path],
    ]);
  });
}

/** A quiet voice: a tone that stays behind the clicks. */
function humming(seconds: number): Promise<string> {
  return cachedFixture(`hum-${seconds}.wav`, { seconds, version: 1 }, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', `aevalsrc=0.002*sin(2*PI*300*t):s=44100:d=${seconds}`, '-f', 'wav', path]),
  );
}

test('50 scenes of odd lengths: at each joint, sound and picture are together to 10 ms', async ({ page }) => {
  test.setTimeout(8 * 60_000);
  // No length is a whole number of frames, so that an error would add up; every third is made longer by its voice.
  const lengths = [0.71, 0.813, 0.777];
  const films = await Promise.all(lengths.map(flashing));
  const voice = await humming(0.93);
  const scenes = Array.from({ length: 50 }, (_, n) => ({
    picture: films[n % films.length] ?? '',
    ...(n % 3 === 2 && { voice }),
    sceneGain: 1,
    voiceGain: 1,
  }));
  const { job, video } = await merge(page, scenes, { format: '1:1', quality: 'eco' });
  const frames = await seenFrames(video);
  const flashes = frames.filter(({ brightest }) => brightest > 180).map(({ time }) => time);
  const clicks = clickTimes(await decodeSound(video));
  // Films last a frame's part longer than they say: their last picture stays on for all of its time.
  const frameCounts = scenes.map(({ voice: spoken }, n) =>
    Math.ceil(Math.max(Math.ceil((lengths[n % 3] ?? 0) * RATE) / RATE, spoken ? 0.93 : 0) * RATE - 1e-6),
  );
  const starts = frameCounts.map((_, n) => frameCounts.slice(0, n).reduce((sum, count) => sum + count, 0) / RATE);
  expect(job.output?.frames).toBe(frameCounts.reduce((sum, count) => sum + count, 0));
  expect(frames).toHaveLength(job.output?.frames ?? 0);
  expect(flashes.map((time) => Math.round(time * RATE))).toEqual(
    starts.map((start) => Math.round((start + FLASH) * RATE)),
  );
  expect(clicks).toHaveLength(50);
  const offsets = clicks.map((click, n) => 1000 * (click - (flashes[n] ?? 0)));
  console.log(`A/V offset at 50 joints: ${Math.min(...offsets).toFixed(2)} to ${Math.max(...offsets).toFixed(2)} ms`);
  for (const offset of offsets) expect(Math.abs(offset)).toBeLessThan(10);
});

test('a scene is cut to the picture or shown whole, and an image lasts as long as its voice-over', async ({ page }) => {
  const tall = await photo({ name: 'tall.jpg', width: 300, height: 600 });
  const options = { format: '16:9', quality: 'eco' } as const;
  const { job, video } = await merge(
    page,
    [
      { picture: tall, voice: await humming(0.93) },
      { picture: tall, voice: await humming(0.93), fit: 'contain' },
    ],
    options,
  );
  expect(job.output?.frames).toBe(2 * Math.ceil(0.93 * 24));
  const { video: stream } = await probeMedia(video);
  expect(stream).toMatchObject({ width: 1280, height: 720 });
  const [cut, whole] = await decodeFrames(video, { width: 1280, height: 720 }, [10, 30]);
  if (!cut || !whole) throw new Error('There are no frames.');
  const isDark = (picture: typeof cut) => Math.max(...colourAt(picture, 40, 360)) < 20;
  expect([isDark(cut), isDark(whole)]).toEqual([false, true]);
});

test('the voice-over is ten times as loud as the scene’s own sound', async ({ page }) => {
  const tone = (frequency: number, name: string, args: readonly string[]) =>
    cachedFixture(name, { frequency, args, version: 1 }, (path) =>
      ffmpeg([...args, '-f', 'lavfi', '-i', `aevalsrc=0.1*sin(2*PI*${frequency}*t):s=48000:d=3`, '-shortest', path]),
    );
  const film = await tone(440, 'tone.mp4', ['-f', 'lavfi', '-i', 'color=c=0x404040:s=320x180:r=30:d=3,format=yuv420p']);
  const { video } = await merge(page, [{ picture: film, voice: await tone(1000, 'voice.wav', []) }], {
    format: '1:1',
    quality: 'freeze',
  });
  const sound = await decodeSound(video);
  const difference = toneLevel(sound, 1000, 1, 1) - toneLevel(sound, 440, 1, 1);
  expect(Math.abs(difference - 20)).toBeLessThan(0.5);
});

test('scenes that cannot be are refused by their number and the rule', async ({ page }) => {
  const film = await flashing(0.71);
  const picture = { picture: film };
  await openStudio(page);
  const refusal = (scenes: unknown) =>
    page.evaluate(async (given) => {
      try {
        await window.studio?.tasks.merge(given as MergeInput);
        return 'was taken';
      } catch (error) {
        return String(error);
      }
    }, scenes);
  expect(await refusal({ scenes: [] })).toContain('scenes');
  expect(await refusal({ scenes: [{ picture: '/a' }, { picture: '/b', fit: 'stretch' }] })).toMatch(
    /scene 2, fit.*cover/,
  );
  expect(await refusal({ scenes: [{ picture: '/a', voiceGain: 9 }] })).toMatch(/scene 1, voiceGain.*4/);
  await expect(merge(page, [picture, { ...picture, voice: film }])).rejects.toThrow(/Scene 2: .*audio/);
});
