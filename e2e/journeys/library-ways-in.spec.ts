import { copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, requireChromium } from '../../scripts/lib/system-tools.mjs';
import { type AddressServer, startAddressServer } from '../import/address-server.ts';
import { photo } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { LAPTOP, PHONE } from './create-page.ts';

/** Everything that can be brought into the library from its own page. */

test.use({
  launchOptions: {
    executablePath: requireChromium(),
    args: [...CHROMIUM_ARGS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
});

let server: AddressServer | undefined;
test.afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function openLibrary(page: Page): Promise<void> {
  await page.goto('/#library');
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
}

async function choose(page: Page, way: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: way }).click();
}

function tiles(page: Page) {
  return page.getByRole('listbox', { name: 'Media' }).getByRole('option');
}

test('files come from the web by their addresses, and each that does not says why', async ({ page, consentTo }) => {
  const bytes = await readFile(await photo({ name: 'web.jpg', seed: 3, width: 480, height: 640 }));
  server = await startAddressServer((path) => (path === '/garden.jpg' ? { bytes } : null));
  consentTo(server.origin);
  await openLibrary(page);
  await choose(page, 'From the web');
  const sheet = page.getByRole('dialog', { name: 'Add from the web' });
  await sheet
    .getByLabel('Addresses of files, one on each line')
    .fill(`${server.origin}/garden.jpg\nhttp://example.com/a.jpg\nnonsense\n${server.origin}/gone.jpg`);
  await sheet.getByRole('button', { name: 'Add 4 files' }).click();
  await expect(tiles(page)).toHaveCount(1);
  await expect(tiles(page)).toContainText('garden.jpg');
  const failures = page.getByRole('region', { name: 'Files that could not be added' });
  await expect(failures.getByRole('listitem')).toHaveCount(3);
  await expect(failures).toContainText('not encrypted');
  await expect(failures).toContainText('no complete address');
  await expect(failures).toContainText('nothing at this address');
  await page.reload();
  await expect(failures.getByRole('listitem')).toHaveCount(3);
});

test('a folder comes with all that is in it', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'folder-'));
  await mkdir(join(folder, 'day 1'));
  await copyFile(await photo({ name: 'f1.jpg', seed: 5, width: 480, height: 640 }), join(folder, 'one.jpg'));
  await copyFile(await photo({ name: 'f2.jpg', seed: 6, width: 480, height: 640 }), join(folder, 'day 1', 'two.jpg'));
  await writeFile(join(folder, '.DS_Store'), 'not for people');
  await openLibrary(page);
  await page.getByLabel('Folder for the library').setInputFiles(folder);
  await expect(tiles(page)).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Files that could not be added' })).toBeHidden();
  await tiles(page).filter({ hasText: 'two.jpg' }).dblclick();
  await expect(page.getByRole('dialog', { name: 'Details' })).toContainText('day 1/two.jpg');
});

for (const { name, viewport, hasTouch } of [LAPTOP, PHONE]) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('a voice-over is recorded, heard and kept, and the device is let go', async ({ page }) => {
      await openLibrary(page);
      await choose(page, 'Record a voice-over');
      const sheet = page.getByRole('dialog', { name: 'Record a voice-over' });
      await sheet.getByRole('button', { name: 'Record', exact: true }).click();
      await expect(sheet.getByRole('timer')).toHaveText('0:02');
      expect(await violations(page)).toEqual([]);
      await sheet.getByRole('button', { name: 'Stop' }).click();
      await expect(sheet.getByLabel('The recording')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await sheet.getByRole('button', { name: 'Add to the library' }).click();
      await expect(tiles(page)).toContainText('Voice-over');
      await expect(sheet).toBeHidden();
      await tiles(page).first().dblclick();
      const details = page.getByRole('dialog', { name: 'Details' });
      await expect(details).toContainText(/opus/i);
      await expect(details).toContainText('A recording of the microphone');
      // The recorder itself does not write down where the sound ends.
      const { known, decoded } = await page.evaluate(async () => {
        const [asset] = (await window.studio?.assets.list('audio')) ?? [];
        const file = asset && (await window.studio?.assets.get(asset.id));
        const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(
          (await file?.arrayBuffer()) ?? new ArrayBuffer(0),
        );
        return { known: asset?.facts.kind === 'audio' ? asset.facts.durationSeconds : 0, decoded: sound.duration };
      });
      expect(decoded).toBeGreaterThan(2);
      expect(known).toBeCloseTo(decoded, 1);
    });
  });
}

test('the camera records a clip', async ({ page }) => {
  await openLibrary(page);
  await choose(page, 'Record with the camera');
  const sheet = page.getByRole('dialog', { name: 'Record with the camera' });
  await expect(sheet.getByLabel('What the camera sees')).toBeVisible();
  await sheet.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(sheet.getByRole('timer')).toHaveText('0:02');
  await sheet.getByRole('button', { name: 'Stop' }).click();
  await sheet.getByRole('button', { name: 'Add to the library' }).click();
  await expect(tiles(page)).toContainText('Camera');
  const facts = await page.evaluate(async () => (await window.studio?.assets.list('video'))?.[0]?.facts);
  expect(facts).toMatchObject({ kind: 'video', hasAudio: true, size: { width: 640, height: 480 } });
});
