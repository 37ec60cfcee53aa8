import { expect, test } from 'vitest';
import { StudioError } from '../errors.ts';
import { beginArrival, cutShort, failArrival, type NewArrival } from './arrival.ts';

const CLIP: NewArrival = {
  id: 'a',
  name: 'clip.mp4',
  source: { kind: 'url', address: 'https://example.org/clip.mp4' },
  bytes: 10,
  folderId: null,
};
const REFUSED = new StudioError('file-unsupported', 'clip.mp4 is no video.');

test('a file that could not be imported keeps the reason', () => {
  const failed = failArrival(beginArrival(CLIP, 1), REFUSED, 2);
  expect(failed).toMatchObject({ status: 'failed', failedAt: 2, error: { message: 'clip.mp4 is no video.' } });
});

test('only what is on its way can fail', () => {
  const importing = beginArrival(CLIP, 1);
  expect(() => failArrival(failArrival(importing, REFUSED, 2), REFUSED, 3)).toThrow('failed already');
});

test('an import whose tab was closed says so', () => {
  const { error } = cutShort(beginArrival(CLIP, 1), 2);
  expect(error.message).toContain('clip.mp4 was cut short');
});
