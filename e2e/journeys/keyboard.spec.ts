import { expect, type Page } from '@playwright/test';
import { test } from '../support/test.ts';
import { openCreate, previewIsReady } from './create-page.ts';

/** Presses Tab until an element of that name has the focus. */
async function tabTo(page: Page, role: 'button' | 'slider' | 'textbox', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach the ${role} "${name}".`);
}

test('from the empty page to a started export without a mouse', async ({ page }) => {
  await openCreate(page);
  await tabTo(page, 'button', 'Try the sample');
  await page.keyboard.press('Enter');
  await previewIsReady(page);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

  await tabTo(page, 'slider', 'Position');
  const position = page.getByRole('slider', { name: 'Position' });
  await page.keyboard.press('Home');
  await expect(position).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('ArrowRight');
  await expect(position).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(position).toHaveAttribute('aria-valuenow', '31');
  await page.keyboard.press('End');
  await expect(position).toHaveAttribute('aria-valuenow', '899');

  await tabTo(page, 'button', 'Export');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();

  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Export video');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar', { name: 'Export' })).toBeVisible();
  await tabTo(page, 'button', 'Cancel export');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export cancelled' })).toBeVisible();
});
