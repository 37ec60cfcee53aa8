import { expect, test } from 'vitest';
import { checkNameTemplate, DEFAULT_NAME_TEMPLATE, dayInName, outputName } from './output-name.ts';

const SALE = { project: 'Spring: sale', platform: 'Reels', date: '2026-05-31', style: 'luxury gold' };

test('a template is filled with what is known of the video, safe for every file system', () => {
  expect(outputName(DEFAULT_NAME_TEMPLATE, SALE)).toBe('Spring sale Reels');
  expect(outputName('{date} {project} - {style}', SALE)).toBe('2026-05-31 Spring sale - luxury gold');
});

test('what a video has not leaves no gap in its name', () => {
  const nowhere = { ...SALE, platform: '' };
  expect(outputName(DEFAULT_NAME_TEMPLATE, nowhere)).toBe('Spring sale');
  expect(outputName('{platform}_{project} - {platform} - {date}', nowhere)).toBe('Spring sale - 2026-05-31');
  expect(outputName('{platform}', nowhere)).toBe('video');
});

test('a template that says nothing, too much, or a word that is not known is refused', () => {
  expect(checkNameTemplate('  {project} for {platform} ')).toBe('{project} for {platform}');
  expect(() => checkNameTemplate('{title}')).toThrow('no {title}. Use {project}, {platform}, {date}, {style}.');
  expect(() => checkNameTemplate(' ')).toThrow('needs a name');
  expect(() => checkNameTemplate('x'.repeat(121))).toThrow('at most 120');
});

test('a day is written so that names sort by it', () => {
  expect(dayInName({ year: 2026, month: 5, day: 3 })).toBe('2026-05-03');
});
