import { expect, it } from 'vitest';
import { type BrandKit, branded, NO_BRAND } from '#core/project/brand.ts';
import { createProject, musicChoice } from '#core/project/project.ts';
import { isUntouched } from './untouched.ts';

it('knows a new project, whenever it was stored, from one with any edit', () => {
  const fresh = createProject('p', 1000, 7);
  expect(isUntouched({ ...fresh, updatedAt: 5000 }, NO_BRAND)).toBe(true);
  expect(isUntouched({ ...fresh, name: 'Spring' }, NO_BRAND)).toBe(false);
  expect(isUntouched({ ...fresh, music: musicChoice('a') }, NO_BRAND)).toBe(false);
  expect(isUntouched({ ...fresh, frame: { kind: 'none' } }, NO_BRAND)).toBe(false);
});

it('knows a new project in the look of its workspace', () => {
  const brand: BrandKit = { ...NO_BRAND, style: { preset: 'neon-night', gradeStrength: 50 }, frame: { kind: 'none' } };
  const fresh = branded(createProject('p', 1000, 7), brand, () => true);
  expect(isUntouched(fresh, brand)).toBe(true);
  expect(isUntouched(fresh, NO_BRAND)).toBe(false);
  expect(isUntouched({ ...fresh, hook: 'New' }, brand)).toBe(false);
});
