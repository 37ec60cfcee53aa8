import { expect, it } from 'vitest';
import { recoveryOf } from './recover-edit.ts';

const EDIT = { stamp: 30, before: [10, 20] };

it('saves an edit of the state that is stored, or of an earlier edit of the same page', () => {
  expect(recoveryOf(EDIT, 10)).toBe('save');
  expect(recoveryOf(EDIT, 20)).toBe('save');
});

it('saves an edit of a project that is gone', () => expect(recoveryOf(EDIT, null)).toBe('save'));

it('forgets an edit that was stored after all', () => expect(recoveryOf(EDIT, 30)).toBe('forget'));

it('makes a copy where the project was changed elsewhere, or is not to be read', () => {
  expect(recoveryOf(EDIT, 25)).toBe('copy');
  expect(recoveryOf(EDIT, 40)).toBe('copy');
  expect(recoveryOf(EDIT, 'unreadable')).toBe('copy');
});
