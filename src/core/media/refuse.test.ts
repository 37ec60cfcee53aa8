import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../limits.ts';
import { refuseBySize, refuseEmpty } from './refuse.ts';

const MEGABYTE = 1024 * 1024;

describe('a file', () => {
  test('of no bytes is refused', () => {
    expect(() => refuseEmpty('a.mp4', 0)).toThrow('a.mp4 is empty (0 bytes)');
    expect(() => refuseEmpty('a.mp4', 1)).not.toThrow();
  });

  test.each(['image', 'audio'] as const)('with an %s may have 100 MB', (kind) => {
    expect(() => refuseBySize('a', 100 * MEGABYTE, kind, DEFAULT_LIMITS)).not.toThrow();
    expect(() => refuseBySize('a', 100 * MEGABYTE + 1, kind, DEFAULT_LIMITS)).toThrow('a is 100.1 MB; files may have');
  });

  test('with a clip may have 2 GB', () => {
    expect(() => refuseBySize('a.mov', 2048 * MEGABYTE, 'video', DEFAULT_LIMITS)).not.toThrow();
    const refusal = () => refuseBySize('a.mov', 2048 * MEGABYTE + 1, 'video', DEFAULT_LIMITS);
    expect(refusal).toThrow('a.mov is 2048.1 MB; clips may have at most 2048 MB');
  });
});
