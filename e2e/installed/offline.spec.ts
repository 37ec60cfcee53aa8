import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_ARGS, requireChromium } from '../../scripts/lib/system-tools.mjs';
import { untilCompleted } from '../faults/counter-export.ts';
import { violations } from '../journeys/axe.ts';
import { downloadOutput } from '../support/export-page.ts';
import { photo } from '../support/pictures.ts';
import { frameTimes } from '../support/probe.ts';
import { MODEL_NAME, shortFilm } from '../support/spoken.ts';
import { assetOf } from '../support/studio-page.ts';
import { clickTrack } from '../support/tracks.ts';
import { startHost } from './host.ts';
import { isUsable, openInstalled } from './installed-page.ts';

/** `OFFLINE_JOURNEYS=20` for as many as the figures of a release are made of. */
const JOURNEYS = Number(process.env.OFFLINE_JOURNEYS ?? 1);
const SECONDS = 2;
const FREEZE_FRAME_RATE = 24;

test.setTimeout(120_000 + JOURNEYS * 60_000);

test(`once made available offline, a restarted browser makes ${JOURNEYS} videos without a network`, async () => {
  const host = await startHost();
  const profile = await mkdtemp(join(tmpdir(), 'studio-offline-'));
  try {
    await inBrowser(profile, async (page) => {
      await openInstalled(page, host.address);
      await makeAvailable(page);
    });
    await host.cut();
    for (let journey = 0; journey < JOURNEYS; journey++) {
      await inBrowser(profile, async (page) => {
        await page.goto(host.address);
        await isUsable(page);
        await makeVideo(page);
      });
    }
    expect(host.missing).toEqual([]);
  } finally {
    await host.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('making it available offline is cancelled at once, and goes on where it was', async ({ page }) => {
  const host = await startHost();
  try {
    await openInstalled(page, host.address);
    await page.getByRole('link', { name: 'Storage' }).click();
    await page.getByRole('button', { name: 'Make available offline' }).click();
    await expect(page.getByRole('progressbar', { name: 'Making the studio available offline' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await makeAvailable(page);
    await page.screenshot({ path: test.info().outputPath('offline.png') });
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('heading', { name: 'Use without a network' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath('offline-phone.png') });
  } finally {
    await host.close();
  }
});

/** By hand, on the storage page, with the model of speech; every part then says that it is there. */
async function makeAvailable(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Storage' }).click();
  await expect(page.getByText('With Test Whisper')).toBeVisible();
  await page.getByRole('button', { name: 'Make available offline' }).click();
  const checks = page.getByRole('list', { name: 'Available offline' }).getByRole('listitem');
  await expect(checks).toHaveCount(7, { timeout: 90_000 });
  for (const check of await checks.all()) await expect(check).toContainText(': here, and checked');
}

/** Imports, listens for beats and words, edits, exports and saves. */
async function makeVideo(page: Page): Promise<void> {
  const spoken = await shortFilm();
  const track = await clickTrack({ name: 'clicks.mp3', format: 'mp3', seconds: 6, clicks: [1, 2, 3, 4, 5] });
  const [picture, film, music] = [
    await assetOf(page, await photo({ name: 'scene.jpg', width: 480, height: 720 })),
    await assetOf(page, spoken.path),
    await assetOf(page, track),
  ];
  const found = await page.evaluate(
    async ({ music, film, model }) => {
      if (!window.studio) throw new Error('The page has no window.studio.');
      const { beats } = await window.studio.beats.analyse(music);
      const { words } = await window.studio.speech.transcribe({ assetId: film }, { model, language: 'en' });
      return { beats: beats.length, words: words.map(({ text }) => text) };
    },
    { music: music.id, film: film.id, model: MODEL_NAME },
  );
  expect(found.beats).toBeGreaterThan(0);
  expect(found.words.join(' ').toLowerCase()).toContain(spoken.words[0]?.text.toLowerCase());
  const id = await page.evaluate(
    async ({ picture, music, lengthSeconds }) => {
      const request = { images: [{ assetId: picture }], audio: { assetId: music }, lengthSeconds };
      const answer = await window.studio?.process({ ...request, text: '✨ 金 Offline', quality: 'freeze' });
      return answer?.jobId ?? '';
    },
    { picture: picture.id, music: music.id, lengthSeconds: SECONDS },
  );
  await untilCompleted(page, id);
  const folder = await mkdtemp(join(tmpdir(), 'studio-offline-video-'));
  try {
    const video = await downloadOutput(page, id, 'video', folder);
    expect(await frameTimes(video)).toHaveLength(SECONDS * FREEZE_FRAME_RATE);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function inBrowser(profile: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    args: CHROMIUM_ARGS,
    viewport: { width: 1366, height: 768 },
  });
  try {
    await work(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
  }
}
