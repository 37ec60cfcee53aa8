import { describe, expect, it } from 'vitest';
import type { BeatsRequest } from '#clients/beats-client.ts';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import { StudioError } from '#core/errors.ts';
import { audioAsset, lookupOf } from '#core/fixtures/assets.ts';
import { seconds } from '#core/units.ts';
import { createBeatAnalysis } from './beat-analysis.ts';

const GRID: BeatGrid = {
  analyserVersion: 1,
  durationSeconds: seconds(10),
  tempo: 120,
  confidence: 0.9,
  beats: [0.5, 1],
  downbeats: [0.5],
  onsets: [0.5],
  energy: [0.5, 0.5],
};

/** A library of one track, and a listener that answers when the test says so. */
function setUp() {
  const stored = new Map<string, BeatGrid>();
  const requests: BeatsRequest[] = [];
  let answer: (grid: BeatGrid) => void = () => undefined;
  let fail: (error: StudioError) => void = () => undefined;
  const analysis = createBeatAnalysis({
    assets: {
      lookup: async () => lookupOf(audioAsset('song', 10)),
      file: async () => new File([], 'song'),
    },
    grids: {
      get: async (hash) => stored.get(hash) ?? null,
      put: async (hash, grid) => void stored.set(hash, grid),
    },
    client: {
      analyse: (request) => {
        requests.push(request);
        return new Promise((resolve, reject) => {
          answer = resolve;
          fail = reject;
          request.signal?.addEventListener('abort', () => reject(new StudioError('cancelled', 'Cancelled.')));
        });
      },
    },
  });
  const listening = () => expect.poll(() => requests.length).toBe(1);
  return { analysis, requests, listening, answer: () => answer(GRID), fail: (error: StudioError) => fail(error) };
}

describe('listening to a track', () => {
  it('is done once for all who ask, and never again', async () => {
    const { analysis, requests, listening, answer } = setUp();
    const both = Promise.all([analysis.analyse('song'), analysis.analyse('song')]);
    await listening();
    answer();
    expect(await both).toEqual([GRID, GRID]);
    expect(await analysis.analyse('song')).toEqual(GRID);
    expect(await analysis.cached('song')).toEqual(GRID);
    expect(requests).toHaveLength(1);
  });

  it('goes on for one who waits when another gives up', async () => {
    const { analysis, listening, answer } = setUp();
    const controller = new AbortController();
    const leaver = analysis.analyse('song', { signal: controller.signal });
    const stayer = analysis.analyse('song');
    await listening();
    controller.abort();
    await expect(leaver).rejects.toMatchObject({ code: 'cancelled' });
    answer();
    expect(await stayer).toEqual(GRID);
  });

  it('ends when the last one gives up, and starts afresh for the next', async () => {
    const { analysis, requests, listening, answer } = setUp();
    const controller = new AbortController();
    const leaver = analysis.analyse('song', { signal: controller.signal });
    await listening();
    controller.abort();
    await expect(leaver).rejects.toMatchObject({ code: 'cancelled' });
    expect(requests[0]?.signal?.aborted).toBe(true);
    const next = analysis.analyse('song');
    await expect.poll(() => requests.length).toBe(2);
    answer();
    expect(await next).toEqual(GRID);
  });

  it('ends for everyone when it is cancelled, and stays so until it is allowed again', async () => {
    const { analysis, requests, listening, answer } = setUp();
    const seen: boolean[] = [];
    analysis.subscribe(() => seen.push(analysis.unheard('song') !== null));
    const both = [analysis.analyse('song'), analysis.analyse('song')];
    await listening();
    analysis.cancel('song');
    for (const one of both) await expect(one).rejects.toMatchObject({ code: 'cancelled' });
    expect(requests[0]?.signal?.aborted).toBe(true);
    await expect(analysis.analyse('song')).rejects.toMatchObject({ code: 'cancelled' });
    expect(requests).toHaveLength(1);
    analysis.allow('song');
    const next = analysis.analyse('song');
    await expect.poll(() => requests.length).toBe(2);
    answer();
    expect(await next).toEqual(GRID);
    expect(seen).toEqual([true, false]);
  });

  it('that failed is not begun again by itself, and says why, until it is allowed', async () => {
    const { analysis, requests, listening, answer, fail } = setUp();
    const crash = new StudioError('worker-crashed', 'Listening stopped unexpectedly.');
    const both = [analysis.analyse('song'), analysis.analyse('song')];
    await listening();
    fail(crash);
    for (const one of both) await expect(one).rejects.toBe(crash);
    expect(analysis.unheard('song')).toBe(crash);
    await expect(analysis.analyse('song')).rejects.toBe(crash);
    expect(requests).toHaveLength(1);
    analysis.allow('song');
    const next = analysis.analyse('song');
    await expect.poll(() => requests.length).toBe(2);
    answer();
    expect(await next).toEqual(GRID);
    expect(analysis.unheard('song')).toBeNull();
  });

  it('tells everyone how far it is', async () => {
    const { analysis, requests, listening, answer } = setUp();
    const seen: number[] = [];
    const first = analysis.analyse('song', { onProgress: ({ fraction }) => seen.push(fraction) });
    await listening();
    requests[0]?.onProgress({ stage: 'listening', fraction: 0.5 });
    answer();
    await first;
    expect(seen).toEqual([0.5]);
  });
});
