import { readdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { decodeStill } from '../support/pixels.ts';
import { openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

const ASSETS = resolve(import.meta.dirname, '../../dist/assets');
const SIZE = { width: 200, height: 80 };

test('the page draws emoji in colour, by the fonts that the videos use', async ({ page }, info) => {
  await openStudio(page);
  await page.evaluate(async ({ width, height }) => {
    const sample = document.createElement('div');
    sample.id = 'emoji-sample';
    sample.textContent = '💎🌹👑';
    sample.style.cssText = `position:fixed;inset:0 auto auto 0;z-index:9999;width:${width}px;height:${height}px;background:#808080;font:48px "Noto Color Emoji"`;
    document.body.append(sample);
    await document.fonts.load('48px "Noto Color Emoji"', sample.textContent);
    await document.fonts.ready;
  }, SIZE);
  const path = info.outputPath('emoji.png');
  await writeFile(path, await page.locator('#emoji-sample').screenshot());
  const { data } = await decodeStill(path, SIZE);
  let coloured = 0;
  for (let start = 0; start < data.length; start += 4) {
    const channels = data.subarray(start, start + 3);
    if (Math.max(...channels) - Math.min(...channels) > 60) coloured += 1;
  }
  expect(coloured).toBeGreaterThan(1000);
});

test('the build holds no font that nobody loads', async () => {
  const fonts = (await readdir(ASSETS)).filter((name) => /\.woff2?$/.test(name));
  // WOFF 1.0 only where there is no WOFF2: the emoji subsets, which a script of the project makes.
  const old = fonts.filter((name) => name.endsWith('.woff'));
  expect(old).toHaveLength(11);
  for (const name of old) expect(name).toMatch(/^noto-color-emoji-\d+-400-normal/);
  expect(fonts.filter((name) => name.startsWith('noto-color-emoji-emoji'))).toEqual([]);
});
