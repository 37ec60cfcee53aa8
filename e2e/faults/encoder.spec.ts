import { expect, test } from '@playwright/test';
import { openStudio, storedFiles } from '../support/studio-page.ts';
import {
  expectCounted,
  numbersShown,
  startCounterExport,
  untilCompleted,
  untilEnd,
  untilProgress,
} from './counter-export.ts';
import { breakEncoders } from './render-worker.ts';

/** Video encoders that stop in the middle of an export, each in its own way. */

/** From a fault to the word about it. */
const DETECTED_MS = 10_000;
/** The machine of a test is slow, and its clock is read through the page. */
const SLACK_MS = 2_000;

for (const [fault, meaning] of [
  ['silent', 'falls silent'],
  ['closed-by-browser', 'is closed by the browser'],
] as const) {
  test(`an encoder that ${meaning} once spoils no export`, async ({ page, context, browser }) => {
    const broken = await breakEncoders(context, { fault, once: true });
    await openStudio(page);
    const id = await startCounterExport(page);
    await untilCompleted(page, id);
    expect(broken()).toBeGreaterThan(0);
    await expectCounted(page, id, browser);
  });
}

test('an encoder that throws once costs the export one step of quality, which it says', async ({ page, context }) => {
  const broken = await breakEncoders(context, { fault: 'throws', once: true });
  await openStudio(page);
  const id = await startCounterExport(page);
  const job = await untilCompleted(page, id);
  expect(broken()).toBeGreaterThan(0);
  expect(job).toMatchObject({ steppedDownFrom: 'eco', settings: { quality: 'freeze' }, output: { frames: 240 } });
  // Nothing moves in that quality: the clip stands at its beginning.
  expect(await numbersShown(page, id)).toEqual(Array(240).fill(0));
});

test('an encoder that always throws ends the export in words, and leaves nothing', async ({ page, context }) => {
  await breakEncoders(context, { fault: 'throws', once: false });
  await openStudio(page);
  const id = await startCounterExport(page);
  const job = await untilEnd(page, id);
  expect(job.status).toBe('failed');
  expect(job.lastError?.code).toBe('encoder-failed');
  expect(job.lastError?.message).toContain('encoder');
  expect((await storedFiles(page)).filter((path) => !path.includes('/media/'))).toEqual([]);
});

test('an encoder that falls silent is found out within 10 seconds', async ({ page, context }) => {
  await breakEncoders(context, { fault: 'silent', once: false });
  await openStudio(page);
  const id = await startCounterExport(page);
  const { startedAt } = await untilProgress(page, id, 1);
  const waited = await page.evaluate(
    ([id, startedAt]) =>
      new Promise<number>((resolve) => {
        const last = { progress: 0, at: startedAt };
        const stop = window.studio?.jobs.watch(id, ({ status, progress, attempts }) => {
          if (progress > last.progress) Object.assign(last, { progress, at: Date.now() });
          const given = status === 'failed' || status === 'pending' || attempts > 1;
          if (!given) return;
          resolve(Date.now() - last.at);
          setTimeout(() => stop?.());
        });
      }),
    [id, startedAt ?? 0] as const,
  );
  expect(waited).toBeLessThan(DETECTED_MS + SLACK_MS);
  await page.evaluate((id) => window.studio?.jobs.cancel(id).catch(() => undefined), id);
});
