import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from './paths.mjs';
import { CHROMIUM_ARGS } from './system-tools.mjs';

test('what Playwright turns off in Chromium stays off', () => {
  const source = readFileSync(inProject('node_modules/playwright-core/lib/coreBundle.js'), 'utf8');
  const list = /disabledFeatures = \[(.*?)\]/s.exec(source)?.[1] ?? '';
  const playwrights = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, feature]) => feature);
  expect(playwrights.length).toBeGreaterThan(0);
  const ours = CHROMIUM_ARGS.find((argument) => argument.startsWith('--disable-features='))
    ?.slice(19)
    .split(',');
  expect(ours).toEqual(expect.arrayContaining(playwrights));
});
