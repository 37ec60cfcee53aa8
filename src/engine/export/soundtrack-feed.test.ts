import { expect, test } from 'vitest';
import { silence } from '#core/audio/stereo.ts';
import { SoundtrackFeed } from './soundtrack-feed.ts';

function feedOf(chunks: number) {
  const log: string[] = [];
  async function* sound() {
    try {
      for (let n = 0; n < chunks; n++) yield silence(100);
    } finally {
      log.push('closed');
    }
  }
  const encoder = {
    add: async (chunk: { left: Float32Array }) => void log.push(`add ${chunk.left.length}`),
    finish: async () => void log.push('finish'),
  };
  return { feed: new SoundtrackFeed(sound(), encoder), log };
}

test('sound is encoded as far as the pictures have come, and no chunk further', async () => {
  const { feed, log } = feedOf(10);
  await feed.advanceTo(150);
  expect(log).toEqual(['add 100', 'add 100']);
  await feed.advanceTo(200);
  expect(log).toHaveLength(2);
  await feed.advanceTo(201);
  expect(log).toHaveLength(3);
});

test('finishing encodes the rest once', async () => {
  const { feed, log } = feedOf(3);
  await feed.advanceTo(100);
  await feed.finish();
  expect(log).toEqual(['add 100', 'add 100', 'add 100', 'closed', 'finish']);
});

test('closing ends the decoding of what has not been needed', async () => {
  const { feed, log } = feedOf(10);
  await feed.advanceTo(100);
  await feed.close();
  expect(log).toEqual(['add 100', 'closed']);
});
