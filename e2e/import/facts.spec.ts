import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { bitRateOf, type MediaAsset, type VideoFacts } from '#core/media/asset.ts';
import { CONVERTED_CLIPS, CUT_OFF_CLIP, PLAYED_CLIPS } from '../support/odd-media/clips.ts';
import type { OddFile } from '../support/odd-media/odd-file.ts';
import { type ProbedPicture, type ProbedSound, probeFile, probeStill } from '../support/odd-media/probed-facts.ts';
import { DAMAGED_SOUND, ODD_SOUNDS } from '../support/odd-media/sounds.ts';
import { CUT_OFF_STILL, ODD_STILLS } from '../support/odd-media/stills.ts';
import { importPaths, openStudio, refusalOf } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

/** Every fact that the product states of a folder of odd media is ffprobe's. */

/** Codecs that have other names in ffmpeg. */
const CODECS: Readonly<Record<string, string>> = {
  h264: 'avc',
  pcm_s16le: 'pcm-s16',
  pcm_s24le: 'pcm-s24',
  pcm_u8: 'pcm-u8',
  pcm_f32le: 'pcm-f32',
};

/** As ffmpeg calls its readers, of which each reads several containers. */
const READERS: Readonly<Record<string, string>> = {
  MP4: 'mov,mp4,m4a,3gp,3g2,mj2',
  'QuickTime File Format': 'mov,mp4,m4a,3gp,3g2,mj2',
  Matroska: 'matroska,webm',
  WebM: 'matroska,webm',
  'MPEG Transport Stream': 'mpegts',
  MP3: 'mp3',
  FLAC: 'flac',
  Ogg: 'ogg',
  WAVE: 'wav',
  ADTS: 'aac',
};

/** Names of colour in WebCodecs, which are not all ffmpeg's. */
const COLOURS: Readonly<Record<string, string>> = {
  smpte2084: 'pq',
  'arib-std-b67': 'hlg',
  bt2020nc: 'bt2020-ncl',
  gbr: 'rgb',
};

/** ffprobe believes its pictures, which say nothing of colour, over the container, which does. */
const PRORES = 'prores';

/** Of an average over the beginning of a clip whose rate varies; a constant rate has to be right to 1 in 1,000. */
const VARIABLE_RATE_SHARE = 0.05;

/** Bit rates are of the length, which may be a picture longer or shorter. */
const BIT_RATE_SHARE = 0.06;

/** Frames of sound last at most 2048 samples. */
const SOUND_FRAME_SAMPLES = 2048;

/** One of a file's facts that is not ffprobe's, in words. */
type Difference = string;

test('a folder of odd clips has the facts that ffprobe finds', async ({ page }) => {
  test.setTimeout(240_000);
  expect(await differencesIn(page, PLAYED_CLIPS, clipDifferences)).toEqual([]);
});

test('clips that are converted to be played keep the facts of their files', async ({ page }) => {
  test.setTimeout(240_000);
  expect(await differencesIn(page, CONVERTED_CLIPS, clipDifferences)).toEqual([]);
});

test('a folder of odd sounds has the facts that ffprobe finds', async ({ page }) => {
  expect(await differencesIn(page, ODD_SOUNDS, soundFileDifferences)).toEqual([]);
});

test('a folder of odd pictures has the facts that ffprobe finds', async ({ page }) => {
  expect(await differencesIn(page, ODD_STILLS, stillDifferences)).toEqual([]);
});

test('what is damaged is refused by its name, and what came with it is not', async ({ page }) => {
  await openStudio(page);
  for (const { make } of [CUT_OFF_CLIP, DAMAGED_SOUND, CUT_OFF_STILL]) {
    const path = await make();
    expect(await refusalOf(page, path)).toMatchObject({ code: 'file-damaged', details: { file: basename(path) } });
  }
});

async function differencesIn(
  page: Page,
  files: readonly OddFile[],
  compare: (asset: MediaAsset, path: string) => Promise<Difference[]>,
): Promise<Difference[]> {
  const paths: string[] = [];
  for (const { make } of files) paths.push(await make());
  await openStudio(page);
  const answers = await importPaths(page, paths);
  expect(answers).toHaveLength(paths.length);
  const differences: Difference[] = [];
  for (const [index, answer] of answers.entries()) {
    const path = paths[index] ?? '';
    if (!answer.ok) differences.push(`${answer.file}: refused: ${answer.error.message}`);
    else {
      const found = [...(await fileDifferences(answer.asset, path)), ...(await compare(answer.asset, path))];
      differences.push(...found.map((difference) => `${basename(path)}: ${difference}`));
    }
  }
  return differences;
}

async function fileDifferences({ bytes, hash, modifiedAt }: MediaAsset, path: string): Promise<Difference[]> {
  const content = await readFile(path);
  return [
    ...unequal('bytes', bytes, content.length),
    ...unequal('hash', hash, createHash('sha256').update(content).digest('hex')),
    ...apart('date', modifiedAt ?? 0, (await stat(path)).mtimeMs, 1000),
  ];
}

async function clipDifferences(asset: MediaAsset, path: string): Promise<Difference[]> {
  const { facts } = asset;
  const probed = await probeFile(path);
  const { picture } = probed;
  if (facts.kind !== 'video' || !picture) return [`is ${facts.kind}`];
  const steady = facts.frameTiming === 'constant';
  return [
    ...pictureDifferences(facts, picture, asset.rendition !== null),
    ...unequal('container', READERS[facts.container] ?? facts.container, probed.container),
    ...unequal('hasAudio', facts.hasAudio, probed.sound !== null),
    ...trackDifferences(facts.sound ?? null, probed.sound),
    ...apart(
      'frame rate',
      facts.frameRate,
      picture.frameRate,
      picture.frameRate * (steady ? 0.001 : VARIABLE_RATE_SHARE),
    ),
    ...apart('bit rate', bitRateOf(asset) ?? 0, probed.bitRate, probed.bitRate * BIT_RATE_SHARE),
  ];
}

function pictureDifferences(facts: VideoFacts, picture: ProbedPicture, converted: boolean): Difference[] {
  return [
    ...unequal('codec', facts.codec, CODECS[picture.codec] ?? picture.codec),
    ...unequal('storedSize', facts.storedSize, picture.storedSize),
    ...(converted ? [] : unequal('size', facts.size, picture.size)),
    ...unequal('rotation', facts.rotation, picture.rotation),
    ...unequal('frame timing', facts.frameTiming, picture.frameTiming),
    ...(picture.codec === PRORES ? [] : unequal('colour', facts.colour, inWebCodecsWords(picture.colour))),
    ...apart('duration', facts.durationSeconds, picture.durationSeconds, 1 / picture.frameRate + 0.001),
  ];
}

async function soundFileDifferences(asset: MediaAsset, path: string): Promise<Difference[]> {
  const { facts } = asset;
  const probed = await probeFile(path);
  if (facts.kind !== 'audio' || !probed.sound) return [`is ${facts.kind}`];
  const frame = SOUND_FRAME_SAMPLES / probed.sound.sampleRate;
  return [
    ...trackDifferences(facts, probed.sound),
    ...unequal('container', READERS[facts.container] ?? facts.container, probed.container),
    ...apart('duration', facts.durationSeconds, probed.sound.durationSeconds, frame),
    ...apart('bit rate', bitRateOf(asset) ?? 0, probed.bitRate, probed.bitRate * BIT_RATE_SHARE),
  ];
}

function trackDifferences(
  found: { readonly codec: string; readonly sampleRate: number; readonly channels: number } | null,
  probed: ProbedSound | null,
): Difference[] {
  const { codec, sampleRate, channels } = found ?? {};
  return [
    ...unequal('sound codec', codec, probed ? (CODECS[probed.codec] ?? probed.codec) : undefined),
    ...unequal('sample rate', sampleRate, probed?.sampleRate),
    ...unequal('channels', channels, probed?.channels),
  ];
}

async function stillDifferences({ facts }: MediaAsset, path: string): Promise<Difference[]> {
  if (facts.kind !== 'image') return [`is ${facts.kind}`];
  const picture = await probeStill(path);
  return [...unequal('storedSize', facts.storedSize, picture.storedSize), ...unequal('size', facts.size, picture.size)];
}

function inWebCodecsWords(colour: ProbedPicture['colour']): ProbedPicture['colour'] {
  const word = (name: string | null) => (name === null ? null : (COLOURS[name] ?? name));
  return { ...colour, primaries: word(colour.primaries), transfer: word(colour.transfer), matrix: word(colour.matrix) };
}

function unequal(what: string, found: unknown, expected: unknown): Difference[] {
  const [is, ought] = [JSON.stringify(found), JSON.stringify(expected)];
  return is === ought ? [] : [`${what} is ${is} instead of ${ought}`];
}

/** @param tolerance in the unit of the figures. */
function apart(what: string, found: number, expected: number, tolerance: number): Difference[] {
  return Math.abs(found - expected) <= tolerance ? [] : [`${what} is ${found} instead of ${expected}`];
}
