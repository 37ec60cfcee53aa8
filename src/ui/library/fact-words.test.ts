import { expect, test } from 'vitest';
import { imageAsset, videoAsset } from '#core/fixtures/assets.ts';
import { factsOf, sourceInWords } from './fact-words.ts';

const said = (asset: Parameters<typeof factsOf>[0]) =>
  Object.fromEntries(factsOf(asset).map(({ name, value }) => [name, value]));

test('a clip is described by what is known of it', () => {
  const facts = said({
    ...videoAsset('a', 8, {
      frameRate: 29.97002997,
      storedSize: { width: 1080, height: 1920 },
      frameTiming: 'variable',
      rotation: 90,
      hasAudio: true,
      colour: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
      sound: { codec: 'aac', sampleRate: 44_100, channels: 2 },
    }),
    bytes: 4_000_000,
  });
  expect(facts).toMatchObject({
    Length: '00:08.0',
    Size: '1920 × 1080',
    'Stored as': '1080 × 1920',
    Turned: '90°',
    'Frame rate': '29.97 fps, variable',
    'Bit rate': '4.0 Mbit/s',
    Colour: 'bt709, limited range',
    Sound: 'aac, 44.1 kHz, stereo',
  });
});

test('a size that is stored as it is shown is said once', () => {
  expect(said(videoAsset('a', 8, { storedSize: { width: 1920, height: 1080 } }))).not.toHaveProperty('Stored as');
});

test('what was not asked of older clips is left out', () => {
  const facts = said(videoAsset('a', 8, { frameRate: 0 }));
  expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(['Frame rate']));
  expect(facts).not.toHaveProperty('Colour');
  expect(facts).not.toHaveProperty('From');
});

test('a picture has no bit rate', () => {
  expect(said(imageAsset('a'))).not.toHaveProperty('Bit rate');
});

test('where it came from is said in words', () => {
  expect(sourceInWords({ kind: 'archive', archive: 'all.zip', path: 'a/b.png' })).toBe('a/b.png in all.zip');
  expect(sourceInWords({ kind: 'recording', device: 'microphone' })).toBe('A recording of the microphone');
});
