import { expect, test } from '@playwright/test';
import { photo } from '../support/pictures.ts';
import { storedFiles } from '../support/studio-page.ts';
import { startHost } from './host.ts';
import { isUsable, openInstalled } from './installed-page.ts';

test('what another app shares waits until the person takes it, and leaves nothing behind', async ({ page }) => {
  const host = await startHost();
  try {
    await openInstalled(page, host.address);
    const picture = await photo({ name: 'shared.jpg', width: 300, height: 500 });
    // As the system sends it: from no page of the studio, whose own forms go nowhere.
    await page.goto('about:blank');
    await page.setContent(`<form method="post" action="${host.address}share-target" enctype="multipart/form-data">
      <input type="file" name="files" aria-label="Shared"><input name="text" value="See https://example.com/a.jpg">
      <button>Share</button></form>`);
    await page.getByLabel('Shared').setInputFiles(picture);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await isUsable(page);
    expect(page.url()).toBe(host.address);
    const sheet = page.getByRole('alertdialog', { name: 'Shared with the studio' });
    await expect(sheet.getByRole('listitem')).toHaveText([/^shared\.jpgJPEG picture, /, 'https://example.com/a.jpg']);

    await page.reload();
    await sheet.getByRole('button', { name: 'Do not take it' }).click();
    await expect(sheet).toBeHidden();
    await expect.poll(async () => (await storedFiles(page)).filter((path) => path.startsWith('incoming/'))).toEqual([]);
    expect(host.missing).toEqual([]);
  } finally {
    await host.close();
  }
});
