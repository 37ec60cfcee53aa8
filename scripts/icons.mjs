/**
 * Draws the icons of the installed app from public/icons/icon.svg, and photographs the product for the browser's install
 * dialog. The results are committed; run this again after changing either: `node scripts/icons.mjs`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium, expect } from '@playwright/test';
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say } from './lib/log.mjs';
import { inProject } from './lib/paths.mjs';
import { CHROMIUM_ARGS, requireChromium } from './lib/system-tools.mjs';
import { openSession } from './studio/session.mjs';

const ICONS = inProject('public/icons');
const SCREENSHOTS = inProject('public/screenshots');

/** The drawing with its round corners; Apple's and maskable icons are cut to shape by the system. */
const DRAWINGS = [
  { file: 'icon-180.png', size: 180, isCut: true, scale: 1 },
  { file: 'icon-192.png', size: 192, isCut: false, scale: 1 },
  { file: 'icon-512.png', size: 512, isCut: false, scale: 1 },
  // Everything that matters lies in the middle 80 % (https://www.w3.org/TR/appmanifest/#icon-masks).
  { file: 'maskable-192.png', size: 192, isCut: true, scale: 0.85 },
  { file: 'maskable-512.png', size: 512, isCut: true, scale: 0.85 },
];

const PHOTOS = [
  { file: 'wide.jpg', viewport: { width: 1366, height: 768 } },
  // Drawn at twice the size: a phone's own pixels.
  { file: 'narrow.jpg', viewport: { width: 390, height: 844 } },
];

await runMain(async () => {
  await drawIcons();
  await ensureBuilt();
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const photo of PHOTOS) await photograph(photo);
  return 0;
});

async function drawIcons() {
  const svg = readFileSync(`${ICONS}/icon.svg`, 'utf8');
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    for (const { file, size, isCut, scale } of DRAWINGS) {
      say(`Drawing ${file}`);
      const background = isCut ? '#0D0D0F' : 'transparent';
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${background}} svg{width:${scale * 100}vw}</style>${svg}`,
      );
      await page.screenshot({ path: `${ICONS}/${file}`, omitBackground: !isCut });
    }
  } finally {
    await browser.close();
  }
}

/** @param {{ file: string, viewport: { width: number, height: number } }} photo */
async function photograph({ file, viewport }) {
  say(`Photographing the product for ${file}`);
  const isPhone = viewport.width < viewport.height;
  const session = await openSession(null, {}, { viewport, deviceScaleFactor: isPhone ? 2 : 1 });
  try {
    const { page } = session;
    await page.getByRole('button', { name: 'Try the sample' }).click();
    await expect(page.getByText('Preparing the preview')).toBeHidden({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.screenshot({ path: `${SCREENSHOTS}/${file}`, type: 'jpeg', quality: 82 });
  } finally {
    await session.close();
  }
}
