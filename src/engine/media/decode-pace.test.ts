import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DecodeDepth, DecodePace, picturesAhead } from './decode-pace.ts';

const PICTURES_AHEAD = 8;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Packets, one a second from `from` on, that go in as the pace lets them. */
function feed(pace: DecodePace, from: number, count: number): { readonly entered: number[] } {
  const entered: number[] = [];
  void (async () => {
    for (let time = from; time < from + count; time++) {
      await pace.enter(time);
      entered.push(time);
    }
  })();
  return { entered };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test('so many pictures are decoded ahead, and one more for each that is taken', async () => {
  const pace = new DecodePace(0, new DecodeDepth(PICTURES_AHEAD));
  const { entered } = feed(pace, 0, 100);
  await settle();
  expect(entered).toHaveLength(PICTURES_AHEAD);
  pace.ask();
  pace.take(0);
  await settle();
  expect(entered).toHaveLength(PICTURES_AHEAD + 1);
});

test('what nobody waits for stays where it is, however long', async () => {
  const { entered } = feed(new DecodePace(0, new DecodeDepth(PICTURES_AHEAD)), 0, 100);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(entered).toHaveLength(PICTURES_AHEAD);
});

test('pictures before the first one that is wanted make room as they come out', async () => {
  const pace = new DecodePace(500, new DecodeDepth(PICTURES_AHEAD));
  const { entered } = feed(pace, 0, 600);
  await settle();
  expect(entered).toHaveLength(PICTURES_AHEAD);
  for (let time = 0; time < 600; time++) {
    pace.heard(time);
    await settle();
  }
  // From the first one wanted on, they wait to be taken.
  expect(entered.at(-1)).toBe(500 + PICTURES_AHEAD - 1);
});

test('pictures that never came out make room with the next one that does', async () => {
  const pace = new DecodePace(0, new DecodeDepth(PICTURES_AHEAD));
  const { entered } = feed(pace, 0, 100);
  await settle();
  pace.ask();
  pace.take(5);
  await settle();
  expect(entered).toHaveLength(PICTURES_AHEAD + 6);
});

test('a decoder that gives nothing gets more after a while', async () => {
  const pace = new DecodePace(0, new DecodeDepth(PICTURES_AHEAD));
  const { entered } = feed(pace, 0, 100);
  pace.ask();
  await vi.advanceTimersByTimeAsync(900);
  expect(entered).toHaveLength(PICTURES_AHEAD);
  await vi.advanceTimersByTimeAsync(200);
  expect(entered).toHaveLength(2 * PICTURES_AHEAD);
});

test('at the end nothing is held back', async () => {
  const pace = new DecodePace(0, new DecodeDepth(PICTURES_AHEAD));
  const { entered } = feed(pace, 0, 100);
  await settle();
  pace.end();
  await settle();
  expect(entered).toHaveLength(100);
});

test('a decoder that works its way to the wanted place gets no more, however long it takes', async () => {
  const pace = new DecodePace(50, new DecodeDepth(PICTURES_AHEAD));
  const { entered } = feed(pace, 0, 100);
  pace.ask();
  for (let time = 0; time < 10; time++) {
    await vi.advanceTimersByTimeAsync(900);
    pace.heard(time);
  }
  await settle();
  expect(entered).toHaveLength(PICTURES_AHEAD + 10);
});

test('what a decoder was found to hold back is known when its clip is decoded from another place', async () => {
  const depth = new DecodeDepth(PICTURES_AHEAD);
  const first = new DecodePace(0, depth);
  feed(first, 0, 100);
  first.ask();
  await vi.advanceTimersByTimeAsync(1100);
  const { entered } = feed(new DecodePace(50, depth), 50, 100);
  await settle();
  expect(entered).toHaveLength(2 * PICTURES_AHEAD);
});

test('a machine of more cores decodes further ahead, up to 20 pictures', () => {
  expect([1, 2, 8, 64].map(picturesAhead)).toEqual([7, 8, 14, 20]);
});
