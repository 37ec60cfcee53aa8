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
  // All rules are tried; of what they let pass, no report of half a megabyte is put together.
  const run = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)";
  const found = await page.evaluate<AxeResults['violations']>(run);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
