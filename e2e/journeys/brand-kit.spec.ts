import { basename } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Project } from '#core/project/project.ts';
import { OWN_FONT } from '../support/own-font.ts';
import { plainPicture } from '../support/pictures.ts';
import { storedRows } from '../support/stored-rows.ts';
import { test } from '../support/test.ts';
import { makeWorkspace, openWorkspace } from '../support/workspaces.ts';
import { violations } from './axe.ts';
import { LAPTOP, openCreate, PHONE } from './create-page.ts';

/** What the videos of one workspace have in common. */

const LOOK = {
  style: { preset: 'neon-night', gradeStrength: 100 },
  frame: { kind: 'preset', preset: 'luxury-2' },
  hookColour: null,
  hookFont: null,
  frameColour: '#1B8A5A',
  logo: null,
};

/** Gives the open video a look of its own, behind the page. */
async function openStyledVideo(page: Page): Promise<void> {
  await openCreate(page);
  await page.evaluate((look) => {
    const opening = indexedDB.open('studio-default');
    return new Promise<void>((resolve, reject) => {
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('projects', 'readwrite');
        const store = transaction.objectStore('projects');
        const reading = store.getAll();
        reading.onsuccess = () => {
          for (const project of reading.result) store.put({ ...project, ...look, name: 'Summer' });
        };
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  }, LOOK);
  await page.goto('/#workspaces');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Brand kit of My studio' })).toBeVisible();
}

async function projectNamed(page: Page, name: string): Promise<Project | undefined> {
  return (await storedRows<Project>(page, 'projects')).find((project) => project.name === name);
}

for (const { name, viewport, hasTouch } of [LAPTOP, PHONE]) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('new videos begin with the look of the workspace, and no other workspace has it', async ({ page }) => {
      await openStyledVideo(page);
      const kit = page.getByRole('region', { name: 'Brand kit of My studio' });
      await expect(kit).toContainText('Luxury gold, colours at 100 %, frame “Golden”');
      await kit.getByRole('button', { name: 'Take the look of “Summer”' }).click();
      await expect(kit).toContainText('Neon night, colours at 100 %, frame “Luxury 2”');
      await kit.getByLabel('Text hook', { exact: true }).and(kit.locator('input')).fill('#ffee00');
      await expect(kit).toContainText('#FFEE00');
      await kit
        .getByLabel('Font file')
        .setInputFiles({ name: 'Fake.ttf', mimeType: 'font/ttf', buffer: Buffer.from('<svg/>') });
      await expect(kit.getByRole('alert')).toContainText('Fake.ttf is no font. Add a TTF, OTF, WOFF or WOFF2 file.');
      await kit.getByLabel('Font file').setInputFiles(OWN_FONT);
      const fontName = basename(OWN_FONT, '.woff2');
      await expect(kit.getByRole('combobox', { name: 'Font of the text hook' }).locator(':checked')).toHaveText(
        fontName,
      );
      await kit.getByLabel('Logo picture').setInputFiles(await plainPicture('mark.png', '#D4AF37', 400, 200));
      await expect(kit.getByRole('button', { name: 'mark.png as the logo', pressed: true })).toBeVisible();
      await kit.getByRole('radio', { name: 'Bottom left' }).click();
      await kit.getByRole('button', { name: 'Choose colours' }).click();
      await expect(kit.getByRole('list', { name: 'Colours of the brand' }).getByLabel(/^Colour/)).toHaveCount(2);
      await kit.getByLabel('Colour 2', { exact: true }).fill('#123456');
      await kit.getByRole('button', { name: 'Add a colour' }).click();
      await expect(kit.getByLabel('Colour 3', { exact: true })).toBeVisible();
      await page.getByRole('heading', { name: 'Workspaces', level: 1 }).click();
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: `test-results/brand-kit-${name}.png` });
      await kit.getByRole('slider', { name: 'Strength' }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: `test-results/brand-logo-${name}.png` });
      const [font] = await storedRows<{ hash: string }>(page, 'fonts');
      const [logo] = await storedRows<{ id: string }>(page, 'assets');
      const settings = await storedRows<{ id: string; value: unknown }>(page, 'settings');
      expect(settings.find(({ id }) => id === 'brand')?.value).toEqual({
        ...LOOK,
        hookColour: '#FFEE00',
        hookFont: font?.hash,
        logo: { assetId: logo?.id, corner: 'bottom-left', size: 0.2, margin: 0.03, opacity: 1 },
        colours: ['#D4AF37', '#123456', '#7FD1FF'],
      });

      await page.goto('/');
      await page.getByRole('button', { name: 'Video: Summer' }).click();
      await page.getByRole('button', { name: 'New video' }).click();
      await expect(page.getByRole('button', { name: 'Video: Untitled video' })).toBeVisible();
      const made = await projectNamed(page, 'Untitled video');
      expect(made).toMatchObject({
        ...LOOK,
        hookColour: '#FFEE00',
        hookFont: font?.hash,
        logo: { corner: 'bottom-left' },
      });
      if (name === 'phone') await page.getByRole('button', { name: 'Look', exact: true }).click();
      await page.getByRole('button', { name: /^Frame/ }).click();
      await page.getByRole('button', { name: 'Frame colour: its own metal' }).click();
      await expect(page.getByText('Its own metal')).toBeVisible();
      await page.screenshot({ path: `test-results/brand-frame-${name}.png` });
      // What lies below in a panel makes no page of its own that scrolls away.
      expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
      expect([made?.logo?.assetId, made?.hookFont]).toEqual([logo?.id, font?.hash]);
      await page.getByRole('button', { name: /^Logo/ }).click();
      await page.getByRole('switch', { name: 'Show the logo' }).click();
      await expect.poll(async () => (await projectNamed(page, 'Untitled video'))?.logo).toBeNull();

      await page.goto('/#workspaces');
      await kit.getByRole('button', { name: `Delete ${fontName}` }).click();
      await page.getByRole('button', { name: 'Delete the font' }).click();
      await expect(kit.getByRole('list', { name: 'Own fonts' }).getByRole('listitem')).toHaveCount(0);
      await expect(kit.getByRole('combobox', { name: 'Font of the text hook' })).toHaveValue('');
      await page.goto('/#studio');
      if (name === 'phone') await page.getByRole('button', { name: 'Text', exact: true }).click();
      await page.getByRole('textbox', { name: 'Text hook' }).fill('Golden hour');
      await expect(page.getByText('The font of the text hook is no longer in this workspace')).toBeVisible();

      // What the kit has cannot be lost by accident.
      const refusal = await page.evaluate(
        (id) => window.studio?.assets.remove(id ?? '').catch((error: Error) => error.message),
        logo?.id,
      );
      expect(refusal).toContain('mark.png is in the brand kit');

      const other = await makeWorkspace(page, 'Clara');
      await openWorkspace(page, other.id);
      await page.goto('/#workspaces');
      await expect(page.getByRole('region', { name: 'Brand kit of Clara' })).toContainText('Luxury gold');
    });
  });
}
