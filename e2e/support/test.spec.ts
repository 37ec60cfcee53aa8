import { expect, type Page } from '@playwright/test';
import { test } from './test.ts';

/** What `test` watches: each of these has to fail, or the journeys would prove nothing. */

test.beforeEach(({ page }) => page.goto('/harness/'));

/** What asks, and what it says of it is thrown away. */
function ask(page: Page, address: string): Promise<void> {
  return page.evaluate(async (url) => {
    await fetch(url).catch(() => undefined);
  }, address);
}

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

test('after consent an origin may be asked', async ({ page, consentTo }) => {
  consentTo('https://one.example/models/');
  await ask(page, 'https://one.example/models/index.json');
  expect(await page.title()).not.toBe('');
});
