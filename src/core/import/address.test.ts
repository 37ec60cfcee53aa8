import { describe, expect, it } from 'vitest';
import { looksLikeAddress, safeName } from './address.ts';

it('sees an address in pasted text only where it is all of the text', () => {
  expect(looksLikeAddress('https://example.com/a.mp4\n')).toBe(true);
  expect(looksLikeAddress('see https://example.com/a.mp4')).toBe(false);
});

describe('the name of a file from outside', () => {
  it('is no path, and hides nothing', () => {
    expect(safeName('a\\..\\b.jpg')).toBe('b.jpg');
    expect(safeName('..')).toBe('');
    expect(safeName('photo\u202Egpj.exe\0')).toBe('photogpj.exe');
    expect([...safeName(`${'x'.repeat(500)}.mp4`)]).toHaveLength(120);
  });
});
