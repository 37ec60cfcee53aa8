import { expect, test } from 'vitest';
import { looksLikeFormula, withoutTextMark } from './formula.ts';

test.each([
  '=1+1',
  ' =HYPERLINK("https://evil.example","click")',
  '+1+1',
  '-2+3',
  '+A1',
  '-$B$2*2',
  '@SUM(A1:A9)',
  "+cmd|'/C calc'!A0",
  "@cmd|' /C notepad'!'A1'",
  '-IMPORTXML("http://evil.example")',
])('%s is a formula', (text) => {
  expect(looksLikeFormula(text)).toBe(true);
});

test.each([
  '-50 % today',
  '-50%',
  '+1 for you',
  '@goldenframe',
  '@you: new in!',
  '- fresh -',
  '+49 170 1234',
  'a=b',
  'Sale!',
])('%s is words', (text) => {
  expect(looksLikeFormula(text)).toBe(false);
});

test('an apostrophe marks a text that begins like a formula, and is not part of it', () => {
  expect(withoutTextMark("'=love")).toBe('=love');
  expect(withoutTextMark("'tis the season")).toBe("'tis the season");
});
