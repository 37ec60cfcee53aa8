import { expect, type Page } from '@playwright/test';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import { STEADY_CONFIDENCE } from '#core/beats/beat-grid.ts';
import {
  clipWithSound,
  damagedClicks,
  longTrack,
  type RhythmFile,
  rhythmFile,
  withoutPulse,
} from '../support/rhythm-files.ts';
import { assetOf, openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

const WORKER_SCRIPT = /\/beats-[^/]*\.js$/;

test.beforeEach(({ page }) => openStudio(page));

async function beatsOf(page: Page, path: string): Promise<BeatGrid> {
  const { id } = await assetOf(page, path);
  return await page.evaluate(async (asset) => {
    const { studio } = window;
    if (!studio) throw new Error('The page has no window.studio.');
    return await studio.beats.analyse(asset);
  }, id);
}

/** The analysis of an asset, to be watched and cancelled from the test. */
async function analyseInPage(page: Page, id: string, cancelAtProgress: boolean) {
  return await page.evaluate(
    async ([asset, cancels]) => {
      const { studio } = window;
      if (!studio) throw new Error('The page has no window.studio.');
      const controller = new AbortController();
      let cancelledAt = 0;
      try {
        const grid = await studio.beats.analyse(asset, {
          signal: controller.signal,
          onProgress: () => {
            if (!cancels || controller.signal.aborted) return;
            cancelledAt = performance.now();
            controller.abort();
          },
        });
        return { tempo: grid.tempo, code: null, cause: null, milliseconds: 0 };
      } catch (error) {
        const milliseconds = performance.now() - cancelledAt;
        if (!(error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function')) throw error;
        const { code, details } = error.toRecord();
        return { tempo: 0, code, cause: details.cause ?? null, milliseconds };
      }
    },
    [id, cancelAtProgress] as const,
  );
}

function expectBeats(grid: BeatGrid, { beats }: Omit<RhythmFile, 'path'>, tolerance = 0.02): void {
  for (const beat of beats) {
    const nearest = Math.min(...grid.beats.map((found) => Math.abs(found - beat)));
    expect(nearest, `the beat at ${beat.toFixed(3)} s`).toBeLessThan(tolerance);
  }
  expect(Math.abs(grid.beats.length - beats.length)).toBeLessThanOrEqual(1);
  expect(grid.confidence).toBeGreaterThan(STEADY_CONFIDENCE);
}

for (const [kind, tempo] of [
  ['clicks', 60],
  ['clicks', 97.3],
  ['four on the floor', 128],
  ['rock', 174],
] as const) {
  test(`beats of ${kind} at ${tempo} BPM are found within 20 ms`, async ({ page }) => {
    const rhythm = await rhythmFile({ kind, tempo, seconds: 20 });
    const grid = await beatsOf(page, rhythm.path);
    expect(Math.abs(grid.tempo / tempo - 1)).toBeLessThan(0.01);
    expectBeats(grid, rhythm);
  });
}

for (const [name, file] of Object.entries(withoutPulse)) {
  test(`${name} has no pulse, and is no error`, async ({ page }) => {
    const grid = await beatsOf(page, await file());
    expect(grid.confidence).toBeLessThan(STEADY_CONFIDENCE);
    expect(grid.beats.every(Number.isFinite)).toBe(true);
  });
}

test('samples that are no numbers do not hide the beats around them', async ({ page }) => {
  const clicks = await damagedClicks();
  const grid = await beatsOf(page, clicks.path);
  expect(grid.tempo).toBeCloseTo(120, 0);
  expectBeats(grid, clicks);
});

test('the sound of a clip has beats, too', async ({ page }) => {
  const rhythm = await rhythmFile({ kind: 'four on the floor', tempo: 128, seconds: 12 });
  const grid = await beatsOf(page, await clipWithSound('dance.mp4', rhythm.path));
  expectBeats(grid, rhythm, 0.04);
});

test('beats are found once and kept, also over a reload', async ({ page }) => {
  const rhythm = await rhythmFile({ kind: 'rock', tempo: 97.3, seconds: 20 });
  const first = await beatsOf(page, rhythm.path);
  await page.route(WORKER_SCRIPT, (route) => route.abort());
  await openStudio(page);
  expect(await beatsOf(page, rhythm.path)).toEqual(first);
});

test('a cancel ends the analysis within a second, and not for another caller', async ({ page }) => {
  const { id } = await assetOf(page, await longTrack(1));
  const [cancelled, other] = await Promise.all([analyseInPage(page, id, true), analyseInPage(page, id, false)]);
  expect(cancelled.code).toBe('cancelled');
  expect(cancelled.milliseconds).toBeLessThan(1000);
  expect(other.tempo).toBeCloseTo(120, 0);
});

test('a cancelled analysis leaves no worker behind', async ({ page }) => {
  const { id } = await assetOf(page, await longTrack(1));
  expect((await analyseInPage(page, id, true)).code).toBe('cancelled');
  await expect.poll(() => page.workers().filter((worker) => worker.url().includes('/beats-')).length).toBe(0);
});

/** Serves another script in place of the worker's, once; after that its own. */
async function breakWorkerOnce(page: Page, body: string): Promise<void> {
  // An isolated page loads only workers that are isolated, too.
  const headers = { 'Content-Type': 'text/javascript', 'Cross-Origin-Embedder-Policy': 'require-corp' };
  await page.route(WORKER_SCRIPT, (route) => route.fulfill({ headers, body }), { times: 1 });
}

test('after a crash of its worker the next analysis works', async ({ page }) => {
  const rhythm = await rhythmFile({ kind: 'rock', tempo: 128, seconds: 20 });
  const { id } = await assetOf(page, rhythm.path);
  await breakWorkerOnce(page, 'addEventListener("message", () => { throw new Error("abort(out of memory)"); });');
  expect(await analyseInPage(page, id, false)).toMatchObject({
    code: 'worker-crashed',
    cause: expect.stringContaining('out of memory'),
  });
  expectBeats(await beatsOf(page, rhythm.path), rhythm);
});

test('an analysis that makes no progress is given up after ten seconds, and the next one works', async ({ page }) => {
  const rhythm = await rhythmFile({ kind: 'rock', tempo: 128, seconds: 20 });
  const { id } = await assetOf(page, rhythm.path);
  await breakWorkerOnce(page, 'addEventListener("message", () => { for (;;); });');
  const startedAt = Date.now();
  expect((await analyseInPage(page, id, false)).code).toBe('file-damaged');
  expect(Date.now() - startedAt).toBeLessThan(15_000);
  expectBeats(await beatsOf(page, rhythm.path), rhythm);
});
