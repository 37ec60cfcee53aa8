import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_ARGS, requireChromium } from '../../scripts/lib/system-tools.mjs';
import { violations } from '../journeys/axe.ts';
import { captionTexts, captionTimes, openCaptions, writeCaptions } from '../journeys/captions-page.ts';
import {
  chooseFiles,
  finishedExport,
  openExportSheet,
  pause,
  previewIsReady,
  saveFinishedVideo,
  shotLengths,
  timelineShots,
} from '../journeys/create-page.ts';
import { plainPicture } from '../support/pictures.ts';
import { type Colour, colourAt, colourDistance, decodeFrames } from '../support/pixels.ts';
import { frameTimes } from '../support/probe.ts';
import { clickTimes, decodeSound } from '../support/sound.ts';
import { type Recording, shortFilm } from '../support/spoken.ts';
import { clickTrack } from '../support/tracks.ts';
import { startHost } from './host.ts';
import { isUsable, openInstalled } from './installed-page.ts';

/** `OFFLINE_JOURNEYS=20` for as many as the figures of a release are made of. */
const JOURNEYS = Number(process.env.OFFLINE_JOURNEYS ?? 1);
const SECONDS = 4;
/** What Eco makes of a square video: the quickest quality in which clips play and are heard. */
const ECO = { side: 720, frameRate: 24 };
const WHITE: Colour = [255, 255, 255];

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
        if (journey > 0) await startAnotherVideo(page);
        await makeVideo(page, journey);
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

/** As a person does it: choose files, see the beats, edit, have captions written, export, and save the video. */
async function makeVideo(page: Page, journey: number): Promise<void> {
  const film = await shortFilm();
  const picture = await plainPicture('plain-slate.png', '#336699', 480, 720);
  await chooseFiles(page, [picture, film.path, await music(journey)]);
  await previewIsReady(page);
  await pause(page);
  const beats = page.getByRole('complementary', { name: 'Media' }).getByText(/^\d+ BPM$/);
  await expect(beats).toBeVisible({ timeout: 60_000 });
  await edit(page);
  const captionStarts = await caption(page, film);
  const sheet = await openExportSheet(page);
  await sheet.getByRole('button', { name: 'Export video' }).click();
  // Nothing on this system takes a shared video: what is left is the download.
  const result = await finishedExport(page);
  await expect(result.getByRole('button', { name: 'Download video' })).toBeEnabled();
  await expect(result.getByRole('button', { name: 'Share' })).toHaveCount(0);
  const folder = await mkdtemp(join(tmpdir(), 'studio-offline-video-'));
  try {
    const video = await saveFinishedVideo(page, join(folder, 'offline.mp4'));
    expect(await frameTimes(video)).toHaveLength(SECONDS * ECO.frameRate);
    expect(clickTimes(await decodeSound(video)).length).toBeGreaterThan(SECONDS);
    for (const start of captionStarts) expect(await captionPixels(video, start), `at ${start} s`).toBeGreaterThan(500);
    expect(await captionPixels(video, SECONDS - 1), 'while the photo is shown').toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Others each time, by their length: nobody has listened to these bytes before. */
function music(journey: number): Promise<string> {
  const clicks = Array.from({ length: 24 }, (_, beat) => beat / 2);
  return clickTrack({ name: `clicks-${journey}.mp3`, format: 'mp3', seconds: 12 + journey / 100, clicks });
}

async function startAnotherVideo(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Video:/ }).click();
  await page.getByRole('button', { name: 'New video' }).click();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
}

/** Words, style, size, length and quality; then the film comes first, and stays for a beat longer. */
async function edit(page: Page): Promise<void> {
  const look = page.getByRole('complementary', { name: 'Look' });
  await look.getByRole('textbox', { name: 'Text hook' }).fill('✨ 金 Offline');
  await look.getByRole('radio', { name: 'Cinematic' }).click();
  await look.getByRole('button', { name: /^Format and length/ }).click();
  await look.getByRole('radio', { name: '1:1' }).click();
  await look.getByRole('radio', { name: /^Eco/ }).click();
  await look.getByRole('radio', { name: 'Set' }).click();
  const length = look.getByRole('textbox', { name: /^Length in seconds/ });
  await length.fill(String(SECONDS));
  await length.press('Enter');
  await timelineShots(page).nth(0).click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(timelineShots(page).nth(0)).toHaveAccessibleName(/short film/);
  const [before] = await shotLengths(page);
  await timelineShots(page).nth(0).click();
  await page.keyboard.press(']');
  await expect.poll(async () => (await shotLengths(page))[0]).toBeGreaterThan(before ?? 0);
  await page.getByRole('button', { name: 'Back to the look' }).click();
}

/** Has what the film says written down. @returns when the captions that the video shows begin, in seconds. */
async function caption(page: Page, { path, words }: Recording): Promise<number[]> {
  const panel = await openCaptions(page);
  await panel.getByRole('combobox', { name: 'Sound' }).selectOption(basename(path));
  await writeCaptions(panel);
  const written = (await captionTexts(panel)).join(' ').toLowerCase().split(/\s+/);
  expect(written).toEqual(words.map(({ text }) => text));
  // The film is heard again beside the music, and its captions are shown then.
  await expect.poll(() => captionTimes(panel)).not.toEqual([]);
  return await captionTimes(panel);
}

/** White pixels where captions stand, half a second after a time in seconds: they come in by then. */
async function captionPixels(video: string, time: number): Promise<number> {
  const size = { width: ECO.side, height: ECO.side };
  const [frame] = await decodeFrames(video, size, [Math.ceil((time + 0.5) * ECO.frameRate)]);
  if (!frame) throw new Error(`There is no frame at ${time} s.`);
  let count = 0;
  for (let y = size.height * 0.85; y < size.height * 0.97; y++) {
    for (let x = size.width * 0.2; x < size.width * 0.8; x++) {
      if (colourDistance(colourAt(frame, x, y), WHITE) < 30) count++;
    }
  }
  return count;
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
