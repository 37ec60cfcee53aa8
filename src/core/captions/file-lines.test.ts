import { describe, expect, it } from 'vitest';
import { encodingOf } from './file-lines.ts';

describe('the encoding of a file', () => {
  it('is what its byte order mark says, or UTF-8', () => {
    expect(encodingOf(Uint8Array.of(0xff, 0xfe, 0x31, 0))).toBe('utf-16le');
    expect(encodingOf(Uint8Array.of(0xfe, 0xff, 0, 0x31))).toBe('utf-16be');
    expect(encodingOf(Uint8Array.of(0xef, 0xbb, 0xbf))).toBe('utf-8');
    expect(encodingOf(Uint8Array.of())).toBe('utf-8');
  });
});
