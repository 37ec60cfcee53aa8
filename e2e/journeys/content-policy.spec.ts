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
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">');
    insert('script', { textContent: 'window.ran = true' });
    insert('script', { src: 'https://script.example/a.js' });
    insert('img', { src: 'https://picture.example/a.png' });
    insert('iframe', { src: 'https://frame.example/' });
    const failed = async (work: () => unknown) => {
      try {
        await work();
        return false;
      } catch {
        return true;
      }
    };
    const failures = {
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
    const worker = new Worker(URL.createObjectURL(new Blob(['self'])));
    const blobWorker = await new Promise((resolve) => {
      worker.onerror = () => resolve('refused');
      worker.onmessage = resolve;
    });
    return { ran: Reflect.get(window, 'ran'), failures, blobWorker };
  });
  expect(outcome).toEqual({
    ran: undefined,
    failures: { fetch: true, socket: true },
    blobWorker: 'refused',
  });
  // A frame is refused once it begins to load.
  await expect
    .poll(() => page.evaluate(() => [...Reflect.get(window, 'refused')].toSorted()))
    .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-attr', 'script-src-elem', 'worker-src']);
});
