import { describe, expect, test } from 'vitest';
import { checkArgument, processSchema } from './arguments.ts';

const PHOTO = new Blob(['x']);

describe('arguments of process', () => {
  test('are complete once they are checked', () => {
    expect(checkArgument(processSchema, { images: [PHOTO] }, 'process')).toMatchObject({
      text: '',
      frame: 'golden',
      overlay: 'glitter-rain',
      quality: 'normal',
      format: '9:16',
      lengthSeconds: null,
    });
  });

  test.each([
    ['process.images', {}],
    ['process.images', { images: [] }],
    ['process.images.0', { images: [7] }],
    ['process.quality', { images: [PHOTO], quality: 'best' }],
    ['process.lengthSeconds', { images: [PHOTO], lengthSeconds: -1 }],
    ['process was refused', { images: [PHOTO], typo: true }],
  ])('that do not fit are refused by field: %s', (field, request) => {
    expect(() => checkArgument(processSchema, request, 'process')).toThrow(field);
  });
});
