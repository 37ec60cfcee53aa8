/** Makes the pictures of the README from the product itself: `node scripts/readme-picture.mjs`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { exportVideo } from './bench/measurements.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say } from './lib/log.mjs';
import { inProject } from './lib/paths.mjs';
import { capture } from './lib/run.mjs';
import { openSession } from './studio/session.mjs';

const FOLDER = inProject('docs');
/** Frames of a 30 s export of five photos, six seconds each. */
const SHOWN_FRAMES = [40, 300, 470, 700, 860];

/** A black stage as PNG is smaller than this, one with a photo is larger, in bytes. */
const EMPTY_STAGE_BYTES = 60_000;

await runMain(async () => {
  await ensureBuilt();
  mkdirSync(FOLDER, { recursive: true });
  const draft = mkdtempSync(join(tmpdir(), 'readme-picture-'));
  const session = await openSession(null);
  try {
    await photographApp(session.page, `${FOLDER}/studio.jpg`);
    say('Exporting the sample');
    await exportVideo(session, { seconds: 30, out: `${draft}/sample.mp4` });
    await tileFrames(`${draft}/sample.mp4`, `${FOLDER}/frames.jpg`);
  } finally {
    await session.close();
    rmSync(draft, { recursive: true, force: true });
  }
  return 0;
});

/** @param {import('@playwright/test').Page} page @param {string} path */
async function photographApp(page, path) {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Try the sample' }).click();
  const stage = page.getByRole('img', { name: 'Video preview' });
  await expect(page.getByText('Preparing the preview')).toBeHidden({ timeout: 60_000 });
  await expect
    .poll(async () => (await stage.screenshot()).length, { timeout: 60_000 })
    .toBeGreaterThan(EMPTY_STAGE_BYTES);
  await page.screenshot({ path, type: 'jpeg', quality: 88 });
}

/** @param {string} video @param {string} path */
async function tileFrames(video, path) {
  const wanted = SHOWN_FRAMES.map((frame) => `eq(n\\,${frame})`).join('+');
  const filter = `select='${wanted}',scale=270:-1:flags=lanczos,tile=${SHOWN_FRAMES.length}x1:padding=12:color=0x0D0D0F`;
  const output = ['-frames:v', '1', '-q:v', '3', path];
  const { code, stderr } = await capture('ffmpeg', [
    '-nostdin',
    '-v',
    'error',
    '-y',
    '-i',
    video,
    '-vf',
    filter,
    ...output,
  ]);
  if (code !== 0) throw new Error(`ffmpeg could not tile the frames: ${stderr}`);
}
