import { expect, type Locator, type Page } from '@playwright/test';
import { LAPTOP, type ScreenSize, tap } from './create-page.ts';

/** The captions panel as a person handles it, beside the stage of a laptop or as a sheet of a phone. */

export async function openCaptions(page: Page, size: ScreenSize = LAPTOP): Promise<Locator> {
  if (size === LAPTOP) await page.getByRole('button', { name: /^Captions/ }).click();
  else {
    await tap(page.getByRole('button', { name: 'Text', exact: true }));
    await tap(page.getByRole('dialog', { name: 'Text' }).getByRole('button', { name: /^Captions/ }));
  }
  const panel = size === LAPTOP ? page.getByRole('complementary', { name: 'Look' }) : captionSheet(page);
  await expect(panel.getByRole('tab', { name: 'Words' })).toBeVisible();
  return panel;
}

export function captionSheet(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Captions' });
}

/** The text fields of the captions, in order. */
export function captionFields(panel: Locator): Locator {
  return panel.getByRole('textbox', { name: /^Caption at|^Caption not/ });
}

export function captionTexts(panel: Locator): Promise<string[]> {
  return captionFields(panel).evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
}

/** What stands in the rows of the timeline. */
export function timelineCaptions(page: Page): Promise<string[]> {
  return page
    .getByRole('region', { name: 'Timeline' })
    .locator('[data-caption]')
    .evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dataset.caption ?? ''));
}

/** Times at which captions come on, in seconds, as their buttons say. */
export async function captionTimes(panel: Locator): Promise<number[]> {
  const names = await panel
    .getByRole('button', { name: /^Go to \d/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  return names.map((name) => {
    const [, minutes, seconds] = /(\d+):([\d.]+)$/.exec(name) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  });
}

/** The frame at the playhead. */
export async function playhead(page: Page): Promise<number> {
  return Number(await page.getByRole('slider', { name: 'Position' }).getAttribute('aria-valuenow'));
}

/** Has the only sound written down, and waits for its captions. */
export async function writeCaptions(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: /^Write captions/ }).click();
  await expect(captionFields(panel).first()).toBeVisible({ timeout: 60_000 });
}
