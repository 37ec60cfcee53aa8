import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openStudio } from '../support/studio-page.ts';
import { expectCounted, startCounterExport, untilCompleted, untilProgress } from './counter-export.ts';
import { randomOf } from './fault-plan.ts';
import { openProfile } from './profile-browser.ts';
import { loseGraphicsContext } from './render-worker.ts';

/** Graphics that go away in the middle of an export. One fault to a browser: Chromium itself does not stand two. */

test.skip(process.platform !== 'linux', 'Process groups are read from /proc.');

/** Drawn by WebGL in software, which is slow. */
const FEW_FRAMES = 72;

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studio-graphics-'));
});

test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

test('an export outlives the process that draws for the browser', async ({ browser, baseURL }) => {
  const session = await openProfile(folder, String(baseURL));
  try {
    await openStudio(session.page);
    const id = await startCounterExport(session.page);
    await untilProgress(session.page, id, 5 + 60 * randomOf('graphics')());
    const devtools = await session.context.browser()?.newBrowserCDPSession();
    // It never answers: who would is gone.
    devtools?.send('Browser.crashGpuProcess').catch(() => undefined);
    await untilCompleted(session.page, id);
    await expectCounted(session.page, id, browser);
  } finally {
    await session.close();
  }
});

test('an export on a graphics card that is taken away and comes back goes on', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const session = await openProfile(folder, String(baseURL));
  try {
    const lost = await loseGraphicsContext(session.context);
    await openStudio(session.page);
    const id = await startCounterExport(session.page, FEW_FRAMES);
    const { attempts } = await untilCompleted(session.page, id);
    expect(lost()).toBe(1);
    expect(attempts).toBe(1);
    await expectCounted(session.page, id, browser, FEW_FRAMES);
  } finally {
    await session.close();
  }
});
