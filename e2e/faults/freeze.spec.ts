import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { openStudio } from '../support/studio-page.ts';
import { expectCounted, jobOf, startCounterExport, untilCompleted, untilProgress } from './counter-export.ts';
import { plan, randomOf } from './fault-plan.ts';

/** A page that the browser, or a machine that sleeps, stands still. */

test('a frozen export goes on where it stood when the page wakes', async ({ page, context, browser }) => {
  test.setTimeout(180_000 + plan.frozenSeconds * 1000);
  const devtools = await context.newCDPSession(page);
  await openStudio(page);
  const id = await startCounterExport(page);
  await untilProgress(page, id, 5 + 60 * randomOf('freeze')());
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await pause(plan.frozenSeconds * 1000);
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await untilCompleted(page, id);
  // It stood still and was not lost: nothing was begun again.
  expect(await jobOf(page, id)).toMatchObject({ attempts: 1, lastError: null });
  await expectCounted(page, id, browser);
});
