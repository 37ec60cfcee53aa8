import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { photo } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { LAPTOP, openCreate, openPhotos, PHONE, previewIsReady, timelineShots } from './create-page.ts';

/** Starts the page as the system does when files are opened with the studio: no test can do that from outside. */
async function openedWith(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
): Promise<void> {
  const encoded = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  await page.addInitScript((given) => {
    async function handles(): Promise<FileSystemFileHandle[]> {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('given', { create: true });
      return await Promise.all(
        given.map(async ({ name, base64 }) => {
          const handle = await folder.getFileHandle(name, { create: true });
          const writable = await handle.createWritable();
          await writable.write(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
          await writable.close();
          return handle;
        }),
      );
    }
    const setConsumer = (consume: (launch: { files: FileSystemFileHandle[] }) => void) =>
      void handles().then((made) => consume({ files: made }));
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  }, encoded);
}

for (const { name, viewport } of [LAPTOP, PHONE]) {
  test(`files that are opened with the studio are taken only once the person says so, on a ${name}`, async ({
    page,
  }, testInfo) => {
    await page.setViewportSize(viewport);
    const picture = await readFile(await photo({ name: 'red.jpg', width: 300, height: 500 }));
    await openedWith(page, [
      { name: 'holiday.mp3', bytes: picture },
      { name: 'invoice.jpg', bytes: Buffer.from('<script>document.title = "mine"</script>') },
    ]);
    await page.goto('/');
    const sheet = page.getByRole('alertdialog', { name: 'Open with the studio' });
    await expect(sheet.getByRole('listitem')).toHaveText([
      /^holiday\.mp3JPEG picture, /,
      /^invoice\.jpgcannot be used: text/,
    ]);
    await expect(timelineShots(page)).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: testInfo.outputPath('offer.png') });
    await sheet.getByRole('button', { name: 'Add to this video' }).click();
    await expect(sheet).toBeHidden();
    await previewIsReady(page);
    await expect(timelineShots(page)).toHaveCount(1);
  });
}

test('a link shows the address that it would load, loads nothing before, and is asked about once', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`/?link=${encodeURIComponent('web+goldenframe:https://example.com/clip.mp4')}`);
  const sheet = page.getByRole('alertdialog', { name: 'A link to the studio' });
  await expect(sheet.getByRole('listitem')).toHaveText('https://example.com/clip.mp4');
  await sheet.getByRole('button', { name: 'Do not take it' }).click();
  await expect(sheet).toBeHidden();
  await page.reload();
  await openCreate(page);
  await expect(sheet).toBeHidden();
  expect(asked.filter((address) => address.includes('example.com/clip'))).toEqual([]);

  await page.goto(`/?link=${encodeURIComponent('web+goldenframe:javascript:alert(1)')}`);
  await expect(sheet).toContainText('was not loaded');
  await expect(sheet.getByRole('button', { name: 'Add to this video' })).toHaveCount(0);
});

test('the system can pause and seek the preview, and the icon counts the exports that wait', async ({ page }) => {
  await page.addInitScript(() => {
    const counts: number[] = [];
    const actions = new Map<string, (details: MediaSessionActionDetails) => void>();
    Object.assign(window, { counts, actions });
    Object.defineProperty(navigator, 'setAppBadge', { value: async (count: number) => void counts.push(count) });
    Object.defineProperty(navigator, 'clearAppBadge', { value: async () => void counts.push(0) });
    const real = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
    navigator.mediaSession.setActionHandler = (action, handler) => {
      if (handler) actions.set(action, handler);
      real(action, handler);
    };
  });
  await openPhotos(page, 1);
  const press = (action: MediaSessionAction, seekTime = 0) =>
    page.evaluate(([name, time]) => Reflect.get(window, 'actions').get(name)({ action: name, seekTime: time }), [
      action,
      seekTime,
    ] as const);
  await press('seekto', 3);
  await expect(page.getByText('00:03.0', { exact: false }).first()).toBeVisible();
  await press('play');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  expect(await page.evaluate(() => navigator.mediaSession.metadata?.title)).toBe('Untitled video');
  await press('pause');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

  const counted = () => page.evaluate(() => Reflect.get(window, 'counts').at(-1));
  await expect.poll(counted).toBe(0);
  await page.evaluate(async () => {
    const [asset] = (await window.studio?.assets.list()) ?? [];
    await window.studio?.queue.pause();
    await window.studio?.process({ images: [{ assetId: asset?.id ?? '' }], lengthSeconds: 1 });
  });
  await expect.poll(counted).toBe(1);
});
