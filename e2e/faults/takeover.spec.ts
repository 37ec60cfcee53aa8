import { expect, type Page, test } from '@playwright/test';
import type { Run } from '#core/metrics/run.ts';
import type { Queue } from '#core/queue/queue.ts';
import { storedRows } from '../support/stored-rows.ts';
import { openStudio } from '../support/studio-page.ts';
import { expectCounted, jobOf, startCounterExport, untilCompleted, untilProgress } from './counter-export.ts';
import { plan, randomOf } from './fault-plan.ts';

/** Two tabs on one queue, of which the one that leads dies. */

const TAKEOVER_MS = 5_000;
/** One death, and its share of the export and of its checks. */
const TRIAL_MS = 60_000;

async function fenceOf(page: Page): Promise<number> {
  const [queue] = await storedRows<Queue>(page, 'queue');
  return queue?.fence ?? 0;
}

/** As a person does it, or as the machine does. */
async function end(page: Page, byCrash: boolean): Promise<void> {
  if (byCrash) {
    const crashed = page.waitForEvent('crash');
    const devtools = await page.context().newCDPSession(page);
    // It never answers: there is nobody left to.
    devtools.send('Page.crash').catch(() => undefined);
    await crashed;
  }
  await page.close();
}

/** How the runs of a job ended, in order. Two at once would overlap. */
async function runsOf(page: Page, id: string): Promise<Run[]> {
  const runs = (await storedRows<Run>(page, 'runs')).filter(({ jobId }) => jobId === id);
  return runs.sort((a, b) => a.startedAt - b.startedAt);
}

/** Tells within the page, to the millisecond, how long the new leader took to begin the job anew. */
function untilTakenOver(page: Page, id: string, since: number): Promise<number> {
  return page.evaluate(
    ([id, since]) =>
      new Promise<number>((resolve) => {
        const stop = window.studio?.jobs.watch(id, ({ status, startedAt }) => {
          if (status === 'pending' || (startedAt ?? 0) < since) return;
          resolve((startedAt ?? 0) - since);
          setTimeout(() => stop?.());
        });
      }),
    [id, since] as const,
  );
}

test('when the tab that leads goes, another takes over within 5 s, and no frame is lost or made twice', async ({
  browser,
  context,
}) => {
  test.setTimeout((plan.takeovers + 1) * TRIAL_MS);
  const random = randomOf('takeover');
  let leader = await context.newPage();
  await openStudio(leader);
  for (let deaths = 0; deaths < plan.takeovers; deaths++) {
    const other = await context.newPage();
    await openStudio(other);
    const id = await startCounterExport(random() < 0.5 ? leader : other);
    // What the other tab sees is all that it has: progress is live there too.
    await untilProgress(other, id, random() * 80);
    const fence = await fenceOf(other);
    const since = Date.now();
    await end(leader, random() < 0.5);
    expect(await untilTakenOver(other, id, since)).toBeLessThan(TAKEOVER_MS);
    await untilCompleted(other, id);
    expect(await fenceOf(other)).toBe(fence + 1);
    expect(await jobOf(other, id)).toMatchObject({ attempts: 1 });
    const runs = await runsOf(other, id);
    expect(runs.map(({ outcome }) => outcome)).toEqual(['interrupted', 'completed']);
    expect(runs[1]?.startedAt ?? 0).toBeGreaterThanOrEqual(runs[0]?.finishedAt ?? Number.POSITIVE_INFINITY);
    await expectCounted(other, id, browser);
    leader = other;
  }
});
