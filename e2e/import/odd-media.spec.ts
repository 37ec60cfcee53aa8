import { basename } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { MediaAsset, VideoFacts } from '#core/media/asset.ts';
import type { Normalisation } from '#core/media/normalisation.ts';
import type { ClipsPage, Look, Place } from '../harness/clips/main.ts';
import { videoWithoutFrames } from '../support/bad-files.ts';
import { exportVideo } from '../support/export-page.ts';
import { damagedHeic, hugeHeic, turnedHeic } from '../support/heic.ts';
import * as clips from '../support/odd-clips.ts';
import { decodeFrames, meanColour } from '../support/pixels.ts';
import { assetOf, openStudio, refusalOf, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { testFile } from '../support/test-files.ts';
import { movieWithoutSamples } from './bad-clips.ts';

declare const clipsPage: ClipsPage;

/** A file without progress is given up after 10 s; nothing here is as long. */
const NO_HANG_MS = 30_000;

/** 4:2:0, 8 bits and two conversions between YCbCr and RGB change a colour by so much. */
const TOLERANCE = 8;

const CENTRES: readonly Place[] = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
];

const CODECS: Readonly<Record<string, string>> = { h264: 'avc' };

interface OddClip {
  readonly title: string;
  readonly make: () => Promise<string>;
  readonly facts?: Partial<VideoFacts>;
  readonly notes?: readonly Normalisation['kind'][];
  /** True where browsers cannot play it as it is. */
  readonly converted?: boolean;
  /** How ffmpeg shows it, where that takes more than its defaults. */
  readonly filter?: string;
}

const TAKEN_IN: readonly OddClip[] = [
  ...([90, 180, 270] as const).map((degrees) => ({
    title: `turned by ${degrees}°`,
    make: () => clips.turned(degrees),
    // ffmpeg takes the number for a turn counter-clockwise.
    facts: { rotation: (360 - degrees) as 90 | 180 | 270 },
    notes: ['turned'] as const,
  })),
  {
    title: 'of varying frame rate',
    make: clips.variableRate,
    facts: { frameTiming: 'variable' },
    notes: ['frame-rate-evened'],
  },
  ...(['hevc-hlg', 'hevc-pq', 'vp9-pq', 'h264-hlg'] as const).map((kind) => ({
    title: `in HDR: ${kind}, 10 bits`,
    make: () => clips.hdrClip(kind),
    facts: { hdr: kind.endsWith('pq') ? ('pq' as const) : ('hlg' as const) },
    notes: kind.startsWith('h264') ? (['hdr-to-sdr'] as const) : (['hdr-to-sdr', 'converted'] as const),
    converted: true,
    filter: clips.nativeToneMap(kind),
  })),
  { title: 'in HEVC, 8 bits', make: clips.hevc, notes: ['converted'], converted: true },
  { title: 'with sound that browsers cannot decode', make: clips.withOddSound, notes: ['converted'], converted: true },
  { title: 'of an odd size, 853x481', make: clips.oddSize },
  { title: 'of 6x10 pixels', make: clips.tiny },
  { title: 'of pixels that are not square', make: clips.anamorphic, notes: ['pixels-squared'] },
  {
    title: 'of pixels that are not square, MPEG-4 in AVI',
    make: clips.anamorphicMpeg4,
    notes: ['pixels-squared', 'converted'],
    converted: true,
  },
  { title: 'in MPEG-4 with MP3, in AVI', make: clips.mpeg4Avi, notes: ['converted'], converted: true },
  { title: 'in Motion JPEG, 333x187, in AVI', make: clips.motionJpegAvi, notes: ['converted'], converted: true },
  { title: 'in ProRes, in MOV', make: clips.proRes, notes: ['converted'], converted: true },
  { title: 'in a transport stream', make: clips.transportStream },
  { title: 'whose times begin at 5 s', make: clips.lateStart },
  { title: 'of one picture', make: clips.oneFrame },
  { title: 'of 12 s with a single key picture', make: clips.longGop },
  { title: 'with a damaged stretch', make: clips.damagedMiddle },
];

for (const { title, make, facts = {}, notes = [], converted = false, filter } of TAKEN_IN) {
  test(`a clip ${title} comes in as ffmpeg reads it`, async ({ page }) => {
    const path = await make();
    const expected = await clips.clipReport(path);
    await openStudio(page);
    const started = performance.now();
    const asset = await assetOf(page, path);
    expect(performance.now() - started).toBeLessThan(NO_HANG_MS);
    const found = videoFactsOf(asset);
    expect(found).toMatchObject({ hasAudio: expected.hasAudio, ...facts });
    expect(found.codec).toBe(CODECS[expected.codec] ?? expected.codec);
    expect(found.normalised.map(({ kind }) => kind)).toEqual(notes);
    // How long the last picture stays, the readers see differently: at 7 pictures in 30 it may be 5/30 s.
    const slack = found.frameTiming === 'variable' ? 5 / 30 : 0.05;
    expect(Math.abs(found.durationSeconds - expected.duration)).toBeLessThanOrEqual(slack);
    expect(found.frameRate).toBeCloseTo(expected.frameRate, 0);
    // What is converted has even sides.
    expect(Math.abs(found.size.width - expected.width)).toBeLessThanOrEqual(converted ? 1 : 0);
    expect(Math.abs(found.size.height - expected.height)).toBeLessThanOrEqual(converted ? 1 : 0);
    expect(asset.rendition !== null).toBe(converted);
    expect(await storedFiles(page)).toHaveLength(converted ? 2 : 1);
    await expectPicture(page, path, found, await clips.nativeQuarters(path, filter));
  });
}

test('a converted clip is what the export shows', async ({ page }) => {
  const path = await clips.proRes();
  const { video } = await exportVideo(page, { photos: [path], frame: 'none', overlay: 'none', lengthSeconds: 1 });
  const [frame] = await decodeFrames(video, { width: 1080, height: 1920 }, [10]);
  if (!frame) throw new Error('There is no such frame.');
  // The content box lies in the middle, and is filled from the middle of the clip.
  const places = [
    { x: 350, y: 600 },
    { x: 730, y: 600 },
    { x: 350, y: 1300 },
    { x: 730, y: 1300 },
  ];
  const colours = places.map(({ x, y }) => meanColour(frame, { x, y, width: 8, height: 8 }));
  const hues = (colour: readonly number[]) => colour.indexOf(Math.max(...colour));
  expect(colours.slice(0, 3).map(hues)).toEqual([0, 1, 2]);
  expect(Math.min(...(colours[3] ?? [0]))).toBeGreaterThan(110);
});

test('HDR keeps the colours of what is not brighter than SDR can show', async ({ page }) => {
  await page.goto('/harness/clips.html');
  for (const kind of ['hevc-hlg', 'hevc-pq'] as const) {
    const look = await firstLook(page, await clips.hdrClip(kind));
    for (const [index, colour] of clips.QUARTERS.entries()) {
      // White itself gives way to what is brighter.
      expectColour(look.colours[index], channels(colour), 18, kind);
    }
  }
});

test('a Matroska file that was cut off plays as far as it goes', async ({ page }) => {
  const path = await clips.cutOffMatroska();
  await openStudio(page);
  const facts = videoFactsOf(await assetOf(page, path));
  expect(facts.durationSeconds).toBeGreaterThan(0.5);
  expect(facts.durationSeconds).toBeLessThan(1.5);
});

const REFUSED: readonly (readonly [title: string, make: () => Promise<string>, code: string, words: RegExp])[] = [
  ['whose end is missing', clips.cutOff, 'file-damaged', /its end is missing/],
  ['whose index is missing', clips.cutOffBeforeItsIndex, 'file-damaged', /neither pictures nor sound/],
  [
    'that is too long to convert',
    clips.tooLongAvi,
    'file-too-large',
    /clips of up to 5 minutes are converted here. Cut out/,
  ],
  ['without a frame', movieWithoutSamples, 'no-video-frames', /without a single frame/],
];

for (const [title, make, code, words] of REFUSED) {
  test(`a clip ${title} is refused with the reason`, async ({ page }) => {
    const path = await make();
    await openStudio(page);
    const started = performance.now();
    const error = await refusalOf(page, path);
    expect(performance.now() - started).toBeLessThan(NO_HANG_MS);
    expect(error).toMatchObject({ code, details: { file: basename(path) } });
    expect(error.message).toMatch(words);
    expect(await storedFiles(page)).toEqual([]);
  });
}

test('sound alone in a container for video counts as sound', async ({ page }) => {
  await openStudio(page);
  for (const path of [await clips.soundOnly(), await videoWithoutFrames()]) {
    expect((await assetOf(page, path)).facts).toMatchObject({ kind: 'audio', codec: 'aac' });
  }
});

test('a HEIC photo comes in upright, as a picture that every browser shows', async ({ page }) => {
  const path = await turnedHeic();
  await openStudio(page);
  const asset = await assetOf(page, path);
  expect(asset.facts).toEqual({
    kind: 'image',
    format: 'heic',
    size: { width: 192, height: 384 },
    storedSize: { width: 384, height: 192 },
    hasAlpha: false,
    normalised: [{ kind: 'converted', from: 'HEIC', to: 'JPEG' }],
  });
  expect(asset).toMatchObject({ mimeType: 'image/heic', rendition: { mimeType: 'image/jpeg' } });
  await page.goto('/harness/clips.html');
  const file = await testFile(path);
  const look = await page.evaluate(async ({ name, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return clipsPage.still(new File([bytes], name), [
      [0.5, 0.25],
      [0.5, 0.75],
    ]);
  }, file);
  expectColour(look.colours[0], [0xc8, 0x1e, 0x1e], TOLERANCE, 'top');
  expectColour(look.colours[1], [0x1e, 0x1e, 0xc8], TOLERANCE, 'bottom');
});

test('a HEIC photo too large to decode, or damaged, is refused', async ({ page }) => {
  await openStudio(page);
  expect(await refusalOf(page, await hugeHeic())).toMatchObject({ code: 'picture-too-large' });
  expect(await refusalOf(page, await damagedHeic())).toMatchObject({ code: 'file-damaged' });
});

async function expectPicture(
  page: Page,
  path: string,
  { size }: VideoFacts,
  expected: readonly (readonly number[])[],
): Promise<void> {
  await page.goto('/harness/clips.html');
  const look = await firstLook(page, path);
  expect({ width: look.width, height: look.height }).toEqual(size);
  for (const [index, colour] of expected.entries()) {
    expectColour(look.colours[index], colour, TOLERANCE, `quarter ${index}`);
  }
}

async function firstLook(page: Page, path: string): Promise<Look> {
  const file = await testFile(path);
  const looks = await page.evaluate(
    async ({ name, base64, places }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      return clipsPage.looks(new File([bytes], name), [0], places);
    },
    { ...file, places: CENTRES },
  );
  const [look] = looks;
  if (!look) throw new Error(`${path} gave no picture.`);
  return look;
}

function expectColour(
  colour: readonly number[] | undefined,
  expected: readonly number[],
  tolerance: number,
  what: string,
): void {
  const distance = Math.max(...expected.map((channel, index) => Math.abs(channel - (colour?.[index] ?? -1000))));
  expect(distance, `${what}: ${colour} is ${expected}`).toBeLessThanOrEqual(tolerance);
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

function videoFactsOf({ facts, name }: MediaAsset): VideoFacts {
  if (facts.kind !== 'video') throw new Error(`${name} counts as ${facts.kind}.`);
  return facts;
}
