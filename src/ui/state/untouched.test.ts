import { expect, it } from 'vitest';
import { createProject, musicChoice } from '#core/project/project.ts';
import { isUntouched } from './untouched.ts';

it('knows a new project, whenever it was stored, from one with any edit', () => {
  const fresh = createProject('p', 1000, 7);
  expect(isUntouched({ ...fresh, updatedAt: 5000 })).toBe(true);
  expect(isUntouched({ ...fresh, name: 'Spring' })).toBe(false);
  expect(isUntouched({ ...fresh, music: musicChoice('a') })).toBe(false);
  expect(isUntouched({ ...fresh, frame: { kind: 'none' } })).toBe(false);
});
