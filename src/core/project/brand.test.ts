import { expect, test } from 'vitest';
import { SPEAKER_COLOURS } from '../captions/speakers.ts';
import { assetsOfBrand, type BrandKit, branded, brandLook, checkKit, NO_BRAND, speakerColours } from './brand.ts';
import { logoOf } from './logo.ts';
import { createProject } from './project.ts';

const PROJECT = createProject('p', 1, 1);
const BRAND: BrandKit = {
  colours: ['#112233', '#AABBCC'],
  style: { preset: 'neon-night', gradeStrength: 60 },
  frame: { kind: 'custom', assetId: 'border' },
  hookColour: '#FFEE00',
  frameColour: '#1B8A5A',
  logo: logoOf('mark'),
  hookFont: 'f'.repeat(64),
};

test('a new project has the look of its workspace, and nothing else changes', () => {
  expect(branded(PROJECT, BRAND, () => true)).toEqual({ ...PROJECT, ...brandLook(BRAND) });
  expect(branded(PROJECT, NO_BRAND, () => true)).toEqual(PROJECT);
});

test('a frame, a logo and a font that were deleted since do not stand in the way of new projects', () => {
  expect(branded(PROJECT, BRAND, () => false)).toMatchObject({ frame: PROJECT.frame, logo: null, hookFont: null });
  expect(assetsOfBrand(BRAND)).toEqual(['border', 'mark']);
  expect(assetsOfBrand(NO_BRAND)).toEqual([]);
});

test('speakers get the colours of the brand, where it has some', () => {
  expect(speakerColours(BRAND)).toEqual(BRAND.colours);
  expect(speakerColours(NO_BRAND)).toEqual(SPEAKER_COLOURS);
});

test('a brand has no colours, or two to four that are some', () => {
  const check = (colours: readonly string[]) => checkKit({ ...BRAND, colours });
  for (const good of [[], BRAND.colours, [...BRAND.colours, ...BRAND.colours]]) expect(() => check(good)).not.toThrow();
  expect(() => check(['#112233'])).toThrow('2 to 4 colours');
  expect(() => check(Array(5).fill('#112233'))).toThrow('2 to 4 colours');
  expect(() => check(['red', '#112233'])).toThrow('“red” is no colour');
  expect(() => checkKit({ ...BRAND, frameColour: 'gold' })).toThrow('“gold” is no colour');
});
