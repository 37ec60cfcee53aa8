import { describe, expect, test } from 'vitest';
import type { HighlightsRequest } from '#clients/highlights-client.ts';
import { StudioError } from '#core/errors.ts';
import { audioAsset, lookupOf, videoAsset } from '#core/fixtures/assets.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import type { HighlightCurve } from '#core/media/highlights.ts';
import { HighlightSearch } from './highlight-analysis.ts';

const CURVE: HighlightCurve = { windowSeconds: 0.5, scores: [0.1, 0.9] };

/** A library, and a worker that answers when the test says so. */
function setUp(...library: MediaAsset[]) {
  const stored = new Map<string, HighlightCurve>();
  const requests: HighlightsRequest[] = [];
  const answers: ((curve: HighlightCurve) => void)[] = [];
  const search = new HighlightSearch({
    assets: {
      lookup: async (ids) => lookupOf(...library.filter(({ id }) => ids.includes(id))),
      list: async () => library.filter(({ facts }) => facts.kind === 'video'),
      playable: async (id) => new File([], id),
    },
    curves: {
      lookup: async (hashes) => new Map([...stored].filter(([hash]) => hashes.includes(hash))),
      put: async (hash, curve) => void stored.set(hash, curve),
    },
    client: {
      analyse: (request) => {
        requests.push(request);
        return new Promise((resolve, reject) => {
          answers.push(resolve);
          request.signal.addEventListener('abort', () => reject(new StudioError('cancelled', 'Cancelled.')));
        });
      },
    },
  });
  const asked = (count: number) => expect.poll(() => requests.length).toBe(count);
  return { search, requests, asked, answer: () => answers.at(-1)?.(CURVE) };
}

describe('looking through a clip', () => {
  test('is done once for all who ask, and never again', async () => {
    const { search, requests, asked, answer } = setUp(videoAsset('a', 5));
    const both = Promise.all([search.analyse('a'), search.analyse('a')]);
    await asked(1);
    answer();
    expect(await both).toEqual([CURVE, CURVE]);
    expect(await search.analyse('a')).toEqual(CURVE);
    expect(await search.cached(['a'])).toEqual(new Map([['a', CURVE]]));
    expect(requests).toHaveLength(1);
  });

  test('goes on for one who waits when another gives up, and ends with the last', async () => {
    const { search, requests, asked } = setUp(videoAsset('a', 5));
    const [first, second] = [new AbortController(), new AbortController()];
    const waits = [first, second].map(({ signal }) => search.analyse('a', { signal }));
    await asked(1);
    first.abort();
    await expect(waits[0]).rejects.toMatchObject({ code: 'cancelled' });
    expect(requests[0]?.signal.aborted).toBe(false);
    second.abort();
    await expect(waits[1]).rejects.toMatchObject({ code: 'cancelled' });
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  test('is refused for what is no clip', async () => {
    const { search } = setUp(audioAsset('song', 5));
    await expect(search.analyse('song')).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('catching up looks through what nobody has looked through, one clip at a time', async () => {
  const { search, requests, asked, answer } = setUp(videoAsset('a', 5), videoAsset('b', 5), audioAsset('song', 5));
  const done = search.catchUp();
  await asked(1);
  answer();
  await asked(2);
  answer();
  await done;
  expect(requests.map(({ clip }) => clip.assetId)).toEqual(['a', 'b']);
  await search.catchUp();
  expect(requests).toHaveLength(2);
});
