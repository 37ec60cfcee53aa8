import { expect, test } from 'vitest';
import { SPEAKER_COLOURS } from '../captions/speakers.ts';
import { type BrandKit, branded, checkColours, NO_BRAND, speakerColours } from './brand.ts';
import { createProject } from './project.ts';

const PROJECT = createProject('p', 1, 1);
const BRAND: BrandKit = {
  colours: ['#112233', '#AABBCC'],
  style: { preset: 'neon-night', gradeStrength: 60 },
  frame: { kind: 'custom', assetId: 'border' },
};

test('a new project has the look of its workspace, and nothing else changes', () => {
  expect(branded(PROJECT, BRAND, () => true)).toEqual({ ...PROJECT, style: BRAND.style, frame: BRAND.frame });
  expect(branded(PROJECT, NO_BRAND, () => true)).toEqual(PROJECT);
});

test('a frame that was deleted since does not stand in the way of new projects', () => {
  expect(branded(PROJECT, BRAND, () => false).frame).toEqual(PROJECT.frame);
});

test('speakers get the colours of the brand, where it has some', () => {
  expect(speakerColours(BRAND)).toEqual(BRAND.colours);
  expect(speakerColours(NO_BRAND)).toEqual(SPEAKER_COLOURS);
});

test('a brand has no colours, or two to four that are some', () => {
  for (const good of [[], BRAND.colours, [...BRAND.colours, ...BRAND.colours]])
    expect(checkColours(good)).toEqual(good);
  expect(() => checkColours(['#112233'])).toThrow('2 to 4 colours');
  expect(() => checkColours(Array(5).fill('#112233'))).toThrow('2 to 4 colours');
  expect(() => checkColours(['red', '#112233'])).toThrow('“red” is no colour');
});
