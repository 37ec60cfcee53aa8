import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { photo } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { chooseFiles, dropFiles, LAPTOP, openCreate, PHONE, previewIsReady, timelineShots } from './create-page.ts';

test('the address names the page: links, back, forward and a reload go where they should', async ({ page }) => {
  await openCreate(page);
  await expect(page).toHaveTitle('Golden Frame Studio');
  await page.getByRole('link', { name: 'Queue' }).click();
  const queue = page.getByRole('heading', { name: 'Queue', level: 1 });
  await expect(queue).toBeFocused();
  await expect(page).toHaveTitle('Queue · Golden Frame Studio');
  await expect(page.getByRole('link', { name: 'Queue' })).toHaveAttribute('aria-current', 'page');

  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Create a video', level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Golden Frame Studio');
  await page.goForward();
  await expect(queue).toBeFocused();
  await page.reload();
  await expect(queue).toBeVisible();
  await page.getByRole('link', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await page.goto('/#no-such-page');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
});

test('the video that was being made is there again after a visit to another page, and does not play on unseen', async ({
  page,
}) => {
  await openCreate(page);
  await chooseFiles(page, [await photo({ name: 'scene.jpg', width: 480, height: 720 })]);
  await previewIsReady(page);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.getByRole('link', { name: 'Queue' }).click();
  await page.getByRole('link', { name: 'Create', exact: true }).click();
  await previewIsReady(page);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(timelineShots(page)).toHaveCount(1);
});

test('files that are dropped on another page are taken in, and shown where they went', async ({ page }) => {
  await page.goto('/#queue');
  await expect(page.getByRole('heading', { name: 'Queue', level: 1 })).toBeVisible();
  const bytes = await readFile(await photo({ name: 'scene.jpg', width: 480, height: 720 }));
  await dropFiles(page, [{ name: 'scene.jpg', type: 'image/jpeg', bytes }]);
  await previewIsReady(page);
  await expect(timelineShots(page)).toHaveCount(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE.viewport, hasTouch: PHONE.hasTouch });

  test('one button leads to every page', async ({ page }) => {
    await openCreate(page);
    await page.getByRole('button', { name: 'Pages' }).tap();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Queue' }).tap();
    await expect(page.getByRole('heading', { name: 'Queue', level: 1 })).toBeFocused();
    await page.getByRole('button', { name: 'Pages' }).tap();
    await page.getByRole('link', { name: 'Create', exact: true }).tap();
    await expect(page.getByRole('heading', { name: 'Create a video', level: 1 })).toBeFocused();
  });
});

for (const { name, viewport } of [LAPTOP, PHONE]) {
  test(`the empty queue says on a ${name} what it is for`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('/#queue');
    await expect(page.getByText('Your exports line up here')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Create a video' }).click();
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  });
}
