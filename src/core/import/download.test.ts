import { describe, expect, it } from 'vitest';
import {
  headersForRest,
  judgeAnswer,
  type KeptPart,
  NOTHING_KEPT,
  retryDelay,
  type ServerAnswer,
  secondsLeft,
} from './download.ts';

const KEPT: KeptPart = { bytes: 400, total: 1000, etag: '"v1"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' };
const WHOLE: ServerAnswer = {
  status: 200,
  length: '1000',
  range: null,
  etag: '"v1"',
  lastModified: KEPT.lastModified,
  encoded: false,
};
const REST: ServerAnswer = { ...WHOLE, status: 206, length: '600', range: 'bytes 400-999/1000' };

const judge = (answer: Partial<ServerAnswer>, kept = KEPT, from = REST) =>
  judgeAnswer({ ...from, ...answer }, kept, 'a.mp4');

describe('asking for the rest', () => {
  it('names the version that the first part is of', () => {
    expect(headersForRest(KEPT, false)).toEqual({ Range: 'bytes=400-', 'If-Range': '"v1"' });
    expect(headersForRest({ ...KEPT, etag: null }, false)).toMatchObject({ 'If-Range': KEPT.lastModified });
  });

  it('never trusts a weak tag', () => {
    expect(headersForRest({ ...KEPT, etag: 'W/"v1"' }, false)).toMatchObject({ 'If-Range': KEPT.lastModified });
    expect(headersForRest({ ...KEPT, etag: 'W/"v1"', lastModified: null }, false)).toEqual({});
  });

  it('asks for everything where nothing is there', () => {
    expect(headersForRest({ ...KEPT, bytes: 0 }, false)).toEqual({});
  });

  it('can do without the header that a server has to permit', () => {
    expect(headersForRest(KEPT, true)).toEqual({ Range: 'bytes=400-' });
  });
});

describe('an answer', () => {
  it('with the rest goes behind what is there', () => {
    expect(judge({})).toEqual({ kind: 'take', at: 400, kept: KEPT });
  });

  it('with the rest may hide tag and range, as most servers do from other origins', () => {
    expect(judge({ etag: null, range: null })).toMatchObject({ kind: 'take', at: 400 });
  });

  it.each([
    ['another tag', { etag: '"v2"' }],
    ['another date', { etag: null, lastModified: 'Tue, 03 Nov 2026 10:00:00 GMT' }],
    ['no version at all', { etag: null, lastModified: null }],
    ['another length', { range: null, length: '601' }],
    ['another start', { range: 'bytes 0-999/1000' }],
    ['another total', { range: 'bytes 400-1999/2000' }],
  ])('with the rest of %s starts over', (_, change) => {
    expect(judge(change)).toEqual({ kind: 'start-over' });
  });

  it('with the whole file takes the place of what is there', () => {
    expect(judge({ etag: '"v2"' }, KEPT, WHOLE)).toEqual({
      kind: 'take',
      at: 0,
      kept: { bytes: 0, total: 1000, etag: '"v2"', lastModified: KEPT.lastModified },
    });
  });

  it('that was compressed on the way has no length to go by', () => {
    expect(judge({ encoded: true }, NOTHING_KEPT, WHOLE)).toMatchObject({ kept: { total: null } });
  });

  it('that has nothing behind the last byte completes the file', () => {
    expect(judge({ status: 416 }, { ...KEPT, bytes: 1000 })).toEqual({ kind: 'complete' });
    expect(judge({ status: 416 })).toEqual({ kind: 'start-over' });
  });

  it('of a server in trouble is waited for, one of a server that refuses is not', () => {
    expect(judge({ status: 503 })).toEqual({ kind: 'wait-and-retry' });
    expect(judge({ status: 429 })).toEqual({ kind: 'wait-and-retry' });
    expect(judge({ status: 404 })).toMatchObject({
      error: { message: expect.stringContaining('nothing at this address') },
    });
    expect(judge({ status: 403 })).toMatchObject({ error: { message: expect.stringContaining('signed in') } });
  });

  it('over the largest size is refused before a byte is taken, whole or rest', () => {
    expect(judgeAnswer(WHOLE, NOTHING_KEPT, 'a', 999)).toMatchObject({ error: { code: 'file-too-large' } });
    expect(judgeAnswer(REST, KEPT, 'a', 999)).toMatchObject({ error: { code: 'file-too-large' } });
  });
});

it('tries again after 1, 2, 4, 8 and 16 seconds', () => {
  expect([1, 2, 3, 4, 5, 6].map(retryDelay)).toEqual([1, 2, 4, 8, 16, null]);
});

it('says how long it takes once there is a second to measure by', () => {
  expect(secondsLeft(100, 2, 300)).toBe(6);
  expect(secondsLeft(100, 0.5, 300)).toBeNull();
  expect(secondsLeft(100, 2, null)).toBeNull();
});
