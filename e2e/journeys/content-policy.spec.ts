import { expect, test } from '@playwright/test';
import { openStudio } from '../support/studio-page.ts';

/** The policy at work. Not `test` of the other journeys, which fails where anything is refused. */

test('foreign markup and scripts in the page run nothing, load nothing and reach nobody', async ({ page }) => {
  await openStudio(page);
  const outcome = await page.evaluate(async () => {
    const refused = new Set<string>();
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', (event) => refused.add(event.effectiveDirective));
    const insert = (name: string, properties: object) =>
      document.body.append(Object.assign(document.createElement(name), properties));
    const failed = async (work: () => unknown) => {
      try {
        await work();
        return false;
      } catch {
        return true;
      }
    };
    insert('img', { src: 'https://picture.example/a.png' });
    insert('iframe', { src: 'https://frame.example/' });
    insert('style', { textContent: 'body { background: url(https://style.example/a.png) }' });
    const scriptOfParts = document.createElement('script');
    scriptOfParts.append('window.ran = true');
    document.body.append(scriptOfParts);
    const failures = {
      markup: await failed(() =>
        document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">'),
      ),
      emptyMarkup: await failed(() => Object.assign(document.createElement('div'), { innerHTML: '' })),
      scriptText: await failed(() => insert('script', { textContent: 'window.ran = true' })),
      scriptAddress: await failed(() => insert('script', { src: 'https://script.example/a.js' })),
      module: await failed(() => import('https://script.example/a.js' as string)),
      blobWorker: await failed(() => new Worker(URL.createObjectURL(new Blob(['self'])))),
      policy: await failed(() => Reflect.get(window, 'trustedTypes').createPolicy('other', {})),
      fetch: await failed(() => fetch('https://fetch.example/')),
      socket: await failed(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://socket.example/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      ),
    };
    return { ran: Reflect.get(window, 'ran'), worked: Object.entries(failures).filter(([, did]) => !did) };
  });
  expect(outcome).toEqual({ ran: undefined, worked: [] });
  // A frame is refused once it begins to load.
  await expect
    .poll(() => page.evaluate(() => [...Reflect.get(window, 'refused')].toSorted()))
    .toEqual([
      'connect-src',
      'frame-src',
      'img-src',
      'require-trusted-types-for',
      'script-src-elem',
      'style-src-elem',
      'trusted-types',
    ]);
});
