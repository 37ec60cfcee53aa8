import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { committedParts } from '../support/stored-parts.ts';
import { openStudio, storedFiles } from '../support/studio-page.ts';
import { expectCounted, jobOf, jobsOf, startCounterExport, untilCompleted, untilProgress } from './counter-export.ts';
import { plan, randomOf } from './fault-plan.ts';
import { openProfile } from './profile-browser.ts';

/** A browser that dies in the middle of an export, by its own fault or another's, and is started again. */

test.skip(process.platform !== 'linux', 'Process groups are read from /proc.');

const RESUME_MS = 5_000;
/** Progress is stored twice a second: a kill falls anywhere between two rows. */
const BETWEEN_ROWS_MS = 500;
/** One kill, one start, and its share of the export and of its checks. */
const TRIAL_MS = 60_000;

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studio-kill-'));
});

test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** After a start: everything is there once, and the export goes on by itself, soon. */
async function expectResumed(page: Page, started: readonly string[], current: string): Promise<void> {
  const ids = (await jobsOf(page)).map(({ id }) => id);
  expect([...ids].sort()).toEqual([...started].sort());
  const waited = await page.evaluate(
    (id) =>
      new Promise<number>((resolve) => {
        const stop = window.studio?.jobs.watch(id, ({ status, startedAt }) => {
          const running = status === 'processing' && (startedAt ?? 0) >= performance.timeOrigin;
          if (!running && status !== 'completed') return;
          const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
          resolve(performance.now() - (load?.loadEventEnd ?? 0));
          setTimeout(() => stop?.());
        });
      }),
    current,
  );
  expect(waited).toBeLessThan(RESUME_MS);
  for (const id of started) {
    if (id !== current) expect((await jobOf(page, id)).status).toBe('completed');
  }
}

/** What was committed before the kill is not made again: encoders do not give the same bytes twice. */
async function expectPartsKept(page: Page, id: string, before: Readonly<Record<string, string>>): Promise<void> {
  const now = async () => ({ parts: await committedParts(page, id), status: (await jobOf(page, id)).status });
  let { parts, status } = await now();
  while (status !== 'completed' && Object.keys(parts).length <= Object.keys(before).length) {
    await pause(100);
    ({ parts, status } = await now());
  }
  // One that has completed has no parts any more.
  if (status !== 'completed') expect(parts).toMatchObject(before);
}

/** The person's two files of each result, and nothing besides. */
async function expectNothingLeftOver(page: Page, completed: number): Promise<void> {
  const files = (await storedFiles(page)).filter((path) => !path.includes('/media/'));
  expect(files.filter((path) => path.includes('/outputs/'))).toHaveLength(2 * completed);
  expect(files.filter((path) => !path.includes('/outputs/'))).toEqual([]);
}

/** Somewhere in what is still to come of an export. */
async function untilRandomPoint(page: Page, id: string, random: () => number): Promise<void> {
  const { progress } = await jobOf(page, id);
  await untilProgress(page, id, progress + random() * (99 - progress));
  await pause(random() * BETWEEN_ROWS_MS);
}

test('exports whose browser is killed at any point finish after the next start, each once and whole', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(plan.kills * TRIAL_MS + TRIAL_MS);
  const origin = String(baseURL);
  const random = randomOf('kill');
  const started: string[] = [];
  let session = await openProfile(folder, origin);
  try {
    await openStudio(session.page);
    for (let kills = 0; kills < plan.kills; ) {
      const id = await startCounterExport(session.page);
      started.push(id);
      for (let more = 1 + Math.floor(random() * 3); more > 0 && kills < plan.kills; more--, kills++) {
        await untilRandomPoint(session.page, id, random);
        const parts = await committedParts(session.page, id);
        await session.kill();
        session = await openProfile(folder, origin);
        await openStudio(session.page);
        await expectResumed(session.page, started, id);
        await expectPartsKept(session.page, id, parts);
      }
      await untilCompleted(session.page, id);
      await expectCounted(session.page, id, browser);
      await expectNothingLeftOver(session.page, started.length);
    }
  } finally {
    await session.close();
  }
});

test('exports whose page crashes at any point finish after the next start, each once and whole', async ({
  browser,
  context,
}) => {
  test.setTimeout(plan.crashes * TRIAL_MS + TRIAL_MS);
  const random = randomOf('crash');
  const started: string[] = [];
  let page = await context.newPage();
  await openStudio(page);
  for (let crashes = 0; crashes < plan.crashes; ) {
    const id = await startCounterExport(page);
    started.push(id);
    for (let more = 1 + Math.floor(random() * 3); more > 0 && crashes < plan.crashes; more--, crashes++) {
      await untilRandomPoint(page, id, random);
      const parts = await committedParts(page, id);
      const crashed = page.waitForEvent('crash');
      const devtools = await context.newCDPSession(page);
      // It never answers: there is nobody left to.
      devtools.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
      page = await context.newPage();
      await openStudio(page);
      await expectResumed(page, started, id);
      await expectPartsKept(page, id, parts);
    }
    await untilCompleted(page, id);
    await expectCounted(page, id, browser);
    await expectNothingLeftOver(page, started.length);
  }
});
