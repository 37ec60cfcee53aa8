import { expect, test } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { audioAsset, lookupOf, videoAsset } from '#core/fixtures/assets.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import { createClipAnimations } from './clip-animations.ts';

/** A library, and a worker that answers when the test says so. */
function setUp(...library: MediaAsset[]) {
  const stored = new Map<string, Blob>();
  const asked: string[] = [];
  const answers: ((made: Blob | null) => void)[] = [];
  const animations = createClipAnimations({
    assets: {
      lookup: async (ids) => lookupOf(...library.filter(({ id }) => ids.includes(id))),
      playable: async (id) => new File([], id),
    },
    kept: {
      get: async (hash) => stored.get(hash) ?? null,
      put: async (hash, picture) => void stored.set(hash, picture),
    },
    client: {
      animate: ({ assetId }, signal) => {
        asked.push(assetId);
        return new Promise((resolve, reject) => {
          answers.push(resolve);
          signal.addEventListener('abort', () => reject(new StudioError('cancelled', 'Cancelled.')));
        });
      },
    },
  });
  const reached = (count: number) => expect.poll(() => asked.length).toBe(count);
  return { animations, stored, asked, reached, answer: (made: Blob | null) => answers.at(-1)?.(made) };
}

test('a moving preview is made once, for all who ask, and kept', async () => {
  const { animations, asked, reached, answer } = setUp(videoAsset('a', 5));
  const both = Promise.all([animations.animation('a'), animations.animation('a')]);
  await reached(1);
  const made = new Blob(['moving']);
  answer(made);
  expect(await both).toEqual([made, made]);
  expect(await animations.animation('a')).toBe(made);
  expect(asked).toEqual(['a']);
});

test('a browser that cannot make one is asked again, and nothing is kept', async () => {
  const { animations, stored, reached, answer } = setUp(videoAsset('a', 5));
  const first = animations.animation('a');
  await reached(1);
  answer(null);
  expect(await first).toBeNull();
  expect(stored.size).toBe(0);
});

test('what nobody waits for any more makes room for the next', async () => {
  const { animations, asked, reached, answer } = setUp(videoAsset('a', 5), videoAsset('b', 5));
  const leaving = new AbortController();
  const left = animations.animation('a', { signal: leaving.signal });
  const next = animations.animation('b');
  await reached(1);
  leaving.abort();
  await expect(left).rejects.toMatchObject({ code: 'cancelled' });
  await reached(2);
  answer(null);
  await next;
  expect(asked).toEqual(['a', 'b']);
});

test('what is no clip does not move', async () => {
  const { animations } = setUp(audioAsset('song', 5));
  await expect(animations.animation('song')).rejects.toMatchObject({ code: 'not-found' });
});
