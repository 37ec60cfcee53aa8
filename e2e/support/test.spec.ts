import { expect, type Page } from '@playwright/test';
import { REPORTS_PATH } from '../../scripts/lib/csp-reports.mjs';
import { test } from './test.ts';

/** What `test` watches: where it expects a failure and none comes, the journeys would prove nothing. */

test.beforeEach(({ page }) => page.goto('/harness/'));

/** What asks, and what it says of it is thrown away. */
function ask(page: Page, address: string): Promise<void> {
  return page.evaluate(async (url) => {
    await fetch(url).catch(() => undefined);
  }, address);
}

test.describe('without a policy in the way', () => {
  test.use({ bypassCSP: true });

  test.fail('a page that asks another origin fails its test', ({ page }) => ask(page, 'https://page.example/'));

  test.fail('a worker of a worker that asks another origin fails its test', ({ page }) =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const ask = 'fetch("https://worker.example/").catch(() => undefined).then(() => postMessage(null))';
          const start = `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(ask)}]))).onmessage = () => postMessage(null)`;
          new Worker(URL.createObjectURL(new Blob([start]))).addEventListener('message', resolve);
        }),
    ),
  );

  test.fail('consent to one origin is none to another', async ({ page, consentTo }) => {
    consentTo('https://one.example/models/');
    await ask(page, 'https://two.example/');
  });

  test('after consent an origin may be asked', async ({ page, consentTo, watch }) => {
    consentTo('https://one.example/models/');
    await ask(page, 'https://one.example/models/index.json');
    expect(watch.strangers).toEqual([]);
  });
});

test.fail('a page that its policy refuses something fails its test', ({ page }) =>
  page.evaluate(() => {
    const refused = new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve));
    document.body.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }));
    return refused;
  }),
);

test.fail('a worker that its policy refuses something fails its test', async ({ page }) => {
  await page.route('**/harness/assets/refused.js', (route) =>
    route.fulfill({
      headers: {
        'content-type': 'text/javascript',
        'cross-origin-embedder-policy': 'require-corp',
        'content-security-policy': `script-src 'self'; report-uri ${REPORTS_PATH}`,
      },
      body: 'self.addEventListener("securitypolicyviolation", () => postMessage(null)); try { eval("1") } catch {}',
    }),
  );
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        new Worker('/harness/assets/refused.js').addEventListener('message', resolve);
      }),
  );
});
