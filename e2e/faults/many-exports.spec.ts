import { expect, type Page, test } from '@playwright/test';
import { openStudio, storedFiles } from '../support/studio-page.ts';
import { startCounterExport, untilCompleted } from './counter-export.ts';
import { plan } from './fault-plan.ts';
import { countFrames } from './render-worker.ts';

/** Exports one after another in one page: nothing piles up. */

const FRAMES = 48;
const MIB = 2 ** 20;
/** A page is otherwise told its memory only at the browser's next own collection, up to half a minute later. */
const MEASURE_NOW = '--enable-blink-features=ForceEagerMeasureMemory';
/** Code is compiled, caches fill up. */
const WARM_UP = 3;
const EXPORT_MS = 30_000;

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), MEASURE_NOW] }),
});

/** The page's own memory and its workers', once what nobody holds is gone, in bytes. */
async function memoryOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  return await page.evaluate(async () => {
    const measuring = performance as Performance & { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> };
    return (await measuring.measureUserAgentSpecificMemory()).bytes;
  });
}

function renderWorkers(page: Page): number {
  return page.workers().filter((worker) => /\/render-[^/]+\.js$/.test(worker.url())).length;
}

async function filesBesideMedia(page: Page): Promise<string[]> {
  return (await storedFiles(page)).filter((path) => !path.includes('/media/'));
}

/** By least squares: what each step adds. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread;
}

test('exports in a row in one page leave no memory, no worker, no open frame and no file behind', async ({ page }) => {
  test.setTimeout((plan.exports + 2) * EXPORT_MS);
  const frames = await countFrames(page);
  await openStudio(page);
  const memory: number[] = [];
  for (let count = 1; count <= plan.exports; count++) {
    const id = await startCounterExport(page, FRAMES);
    await untilCompleted(page, id);
    await expect.poll(() => renderWorkers(page)).toBe(0);
    // The parts go once the video counts as done: a moment later.
    await expect.poll(() => filesBesideMedia(page)).toHaveLength(2 * count);
    expect((await filesBesideMedia(page)).every((path) => path.includes('/outputs/'))).toBe(true);
    if (count > WARM_UP) memory.push(await memoryOf(page));
  }
  const { made, open } = await frames();
  expect(made).toBeGreaterThan(plan.exports * FRAMES);
  expect(open).toBe(0);
  expect(slopeOf(memory)).toBeLessThan(MIB);
});
