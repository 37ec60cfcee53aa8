import { expect, test } from 'vitest';
import { silence } from '#core/audio/stereo.ts';
import { SoundtrackFeed } from './soundtrack-feed.ts';

const SECOND = 48_000;

function feedOf(chunks: number, add: () => Promise<void> = async () => {}) {
  const log: string[] = [];
  async function* sound() {
    try {
      for (let n = 0; n < chunks; n++) yield silence(SECOND);
    } finally {
      log.push('closed');
    }
  }
  const encoder = {
    add: async () => {
      await add();
      log.push('add');
    },
    finish: async () => void log.push('finish'),
  };
  return { feed: new SoundtrackFeed(sound(), encoder), log };
}

test('sound keeps one second ahead of the pictures, and no more', async () => {
  const { feed, log } = feedOf(10);
  await feed.advanceTo(1.5 * SECOND);
  await expect.poll(() => log.length).toBe(3);
  await feed.advanceTo(2 * SECOND);
  await settled();
  expect(log).toEqual(['add', 'add', 'add']);
});

test('pictures do not wait for sound that is ahead of them, and wait for sound that is behind', async () => {
  let release = () => {};
  let blocked = false;
  const { feed, log } = feedOf(10, () => {
    if (!blocked) return Promise.resolve();
    return new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  await feed.advanceTo(SECOND);
  await expect.poll(() => log.length).toBe(2);
  blocked = true;
  await feed.advanceTo(1.5 * SECOND);
  let arrived = false;
  const waiting = feed.advanceTo(3.5 * SECOND).then(() => {
    arrived = true;
  });
  await settled();
  expect(arrived).toBe(false);
  blocked = false;
  release();
  await waiting;
  expect(log.length).toBeGreaterThanOrEqual(4);
});

test('sound goes on after it had got as far as it may', async () => {
  const { feed, log } = feedOf(10);
  for (const sample of [0, 1, 2]) await feed.advanceTo(sample);
  await expect.poll(() => log.length).toBe(2);
  await feed.advanceTo(3 * SECOND);
  await expect.poll(() => log.length).toBe(4);
});

test('what fails in the background is thrown to whoever asks next', async () => {
  const { feed } = feedOf(10, () => Promise.reject(new Error('no encoder')));
  await expect(feed.advanceTo(SECOND)).rejects.toThrow('no encoder');
  await expect(feed.finish()).rejects.toThrow('no encoder');
});

test('finishing encodes the rest once', async () => {
  const { feed, log } = feedOf(4);
  await feed.advanceTo(SECOND);
  await feed.finish();
  expect(log).toEqual(['add', 'add', 'add', 'add', 'closed', 'finish']);
});

test('closing ends the decoding of what has not been needed', async () => {
  const { feed, log } = feedOf(10);
  await feed.advanceTo(SECOND);
  await expect.poll(() => log.length).toBe(2);
  await feed.close();
  expect(log).toEqual(['add', 'add', 'closed']);
});

/** After everything that is already due has run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
