import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every violation that axe finds, as `rule: element`. */
export async function violations(page: Page): Promise<string[]> {
  // Colours half faded in are not the colours that are read.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((one) => one.playState === 'finished' || one.effect?.getTiming().iterations === Infinity),
  );
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
