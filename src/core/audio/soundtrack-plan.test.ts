import { describe, expect, test } from 'vitest';
import { endlessly } from '../timeline/playback.ts';
import type { AudioClip, Timeline } from '../timeline/timeline.ts';
import { frameIndex, seconds } from '../units.ts';
import { planSoundtrack } from './soundtrack-plan.ts';

const AUDIO = { sampleRate: 48_000, channels: 2, bitRate: 192_000, fadeOutSeconds: 0.5 };
/** 6 ms. */
const EDGE = 288;

function clip(
  role: AudioClip['role'],
  start: number,
  durationFrames: number,
  change: Partial<AudioClip> = {},
): AudioClip {
  return {
    kind: 'audio',
    role,
    assetId: role,
    playback: { ...endlessly(seconds(60)), atEnd: 'hold' },
    gainDb: 0,
    duckDb: 0,
    fadeInSeconds: seconds(0),
    fadeOutSeconds: seconds(0),
    start: frameIndex(start),
    durationFrames,
    ...change,
  };
}

function timeline(...clips: AudioClip[]): Timeline {
  return {
    frameRate: { numerator: 30, denominator: 1 },
    canvas: { width: 1080, height: 1920 },
    durationFrames: 600,
    tracks: [{ name: 'music', clips }],
  };
}

function planOf(...clips: AudioClip[]) {
  return planSoundtrack(timeline(...clips), AUDIO);
}

test('is exactly as long as the pictures, at any frame rate', () => {
  const odd = { ...timeline(), durationFrames: 60, frameRate: { numerator: 30_000, denominator: 1001 } };
  expect(planSoundtrack(odd, AUDIO)).toEqual({ sampleRate: 48_000, totalSamples: 96_096, sounds: [] });
});

test('music begins as its file does, without a fade, and fades out at the end of its clip', () => {
  const { sounds } = planOf(clip('music', 15, 300, { gainDb: -6.0206, fadeOutSeconds: seconds(1.5) }));
  expect(sounds).toMatchObject([{ start: 24_000, end: 504_000, fadeOutSamples: 72_000, ducking: [] }]);
  expect(sounds[0]?.gain).toBeCloseTo(0.5, 4);
  expect(sounds[0]?.pieces).toEqual([
    { start: 24_000, end: 504_000, sourceSeconds: 0, fadeInSamples: 0, fadeOutSamples: EDGE },
  ]);
});

test('music shorter than its clip ends as its file does', () => {
  const playback = { ...endlessly(seconds(4)), atEnd: 'hold' } as const;
  const [music] = planOf(clip('music', 0, 300, { playback })).sounds;
  expect(music?.pieces).toEqual([{ start: 0, end: 192_000, sourceSeconds: 0, fadeInSamples: 0, fadeOutSamples: 0 }]);
});

test('a clip at double speed reads its source twice as fast, from where it begins', () => {
  const playback = { ...endlessly(seconds(5)), startSeconds: seconds(1), speed: 2, atEnd: 'hold' } as const;
  const [sound] = planOf(clip('clip', 30, 90, { playback })).sounds;
  expect(sound).toMatchObject({ start: 48_000, end: 192_000, speed: 2 });
  // Four seconds are left of the source: two of the video.
  expect(sound?.pieces).toEqual([
    { start: 48_000, end: 144_000, sourceSeconds: 1, fadeInSamples: EDGE, fadeOutSamples: EDGE },
  ]);
});

test('a loop has a piece for each round, without a gap, faded at each joint', () => {
  const playback = { ...endlessly(seconds(2)), startSeconds: seconds(1.5), loopStartSeconds: seconds(1) };
  const [sound] = planOf(clip('clip', 0, 60, { playback })).sounds;
  expect(sound?.pieces.map(({ start, end, sourceSeconds }) => [start, end, sourceSeconds])).toEqual([
    [0, 24_000, 1.5],
    [24_000, 72_000, 1],
    [72_000, 96_000, 1],
  ]);
  expect(sound?.pieces.every((piece) => piece.fadeInSamples === EDGE && piece.fadeOutSamples === EDGE)).toBe(true);
});

test('a loop too short to be more than a buzz is heard once', () => {
  const playback = { ...endlessly(seconds(2)), loopStartSeconds: seconds(1.99) };
  expect(planOf(clip('clip', 0, 300, { playback })).sounds[0]?.pieces).toHaveLength(1);
});

describe('ducking', () => {
  const music = clip('music', 0, 600, { duckDb: 12 });

  test('lowers the music just before a clip begins, and lets it come back after', () => {
    const [ducked] = planOf(music, clip('clip', 60, 60)).sounds;
    expect(ducked?.ducking).toEqual([
      { sample: 96_000 - 7200, gainDb: 0 },
      { sample: 96_000, gainDb: -12 },
      { sample: 192_000, gainDb: -12 },
      { sample: 192_000 + 19_200, gainDb: 0 },
    ]);
  });

  test('stays down between clips that follow one another closely', () => {
    const [ducked] = planOf(music, clip('clip', 60, 60), clip('clip', 130, 60)).sounds;
    expect(ducked?.ducking.map(({ gainDb }) => gainDb)).toEqual([0, -12, -12, 0]);
  });

  test('lowers clips only while the music is really there', () => {
    const short = clip('music', 0, 600, { playback: { ...endlessly(seconds(4)), atEnd: 'hold' } });
    const [, ducked] = planOf(short, clip('clip', 0, 600, { duckDb: 6 })).sounds;
    expect(ducked?.ducking.at(-1)).toEqual({ sample: 192_000 + 19_200, gainDb: 0 });
  });

  test('leaves everything as it is without the other role', () => {
    expect(planOf(music).sounds[0]?.ducking).toEqual([]);
  });
});
