import { expect, test } from 'vitest';
import { createProject } from '../project/project.ts';
import { postSubject, suggestPost } from './post-text.ts';

const subject = (hook: string, name = 'Untitled video') => postSubject({ ...createProject('p', 0, 1), hook, name });

test('the hook is the caption, and its telling words, the style and the platform are hashtags', () => {
  expect(suggestPost(subject('Summer sale: only this weekend'), 'reels')).toBe(
    'Summer sale: only this weekend\n\n#weekend #summer #luxury #gold #reels',
  );
  expect(suggestPost(subject('Nueva colección\nde oro'), null)).toBe(
    'Nueva colección de oro\n\n#colección #nueva #luxury #gold',
  );
});

test('without a hook the name stands for it', () => {
  expect(suggestPost(subject('  ', 'Wedding'), 'tiktok')).toBe('Wedding\n\n#luxury #gold #fyp');
});

test('numbers and signs are no hashtags of their own', () => {
  expect(suggestPost(subject('50 % off 2026 🎉'), null)).toBe('50 % off 2026 🎉\n\n#luxury #gold');
});

test('a post stays below what platforms take, with its hashtags', () => {
  const text = suggestPost(subject('golden '.repeat(500)), 'shorts');
  expect(text.length).toBeLessThanOrEqual(2200);
  expect(text.endsWith('#golden #luxury #gold #shorts')).toBe(true);
});
