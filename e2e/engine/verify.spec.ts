import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { STYLE_NAMES } from '#core/style/style.ts';
import { CHECK_NAMES, type CheckName } from '#core/verify/output-report.ts';
import type { VerifyPage, VerifyShot } from '../harness/verify/main.ts';
import type { Verified } from '../harness/verify/worker.ts';
import { movingClip, noiseClip } from '../support/clips.ts';
import { musicTrack } from '../support/music.ts';
import { countingClip } from '../support/odd-clips.ts';
import { photo, photos } from '../support/pictures.ts';
import { type Spoilt, spoiltVideo } from '../support/spoilt-videos.ts';
import { demoPhotos, testFile, testFiles } from '../support/test-files.ts';

declare const verifyPage: VerifyPage;

/** Small: what is checked does not depend on the size, and it is decoded often. */
const SMALL = { width: 360, height: 640 };

async function openPage(page: Page, shot: VerifyShot): Promise<void> {
  await page.goto('/harness/verify.html');
  await page.evaluate((wanted) => verifyPage.plan(wanted), shot);
}

/** @returns the path of the exported file. */
async function render(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 110_000 }),
    page.evaluate(() => verifyPage.render()),
  ]);
  return download.path();
}

async function verify(page: Page, file?: string): Promise<Verified> {
  await page.setInputFiles('#file', file ?? []);
  return page.evaluate(() => verifyPage.verify());
}

function failedChecks({ report }: Verified): CheckName[] {
  return report.checks.filter((check) => !check.passed).map((check) => check.name);
}

test.describe('a finished video', () => {
  let page: Page;
  let folder: string;
  let good: string;
  let others: string;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(240_000);
    page = await browser.newPage();
    folder = await mkdtemp(join(tmpdir(), 'studio-verify-'));
    const pictures = await testFiles(demoPhotos(6));
    const shot: VerifyShot = {
      photos: pictures.slice(0, 3),
      lengthSeconds: 6,
      size: SMALL,
      frame: 'golden',
      atmosphere: 'glitter-rain',
      hook: 'Golden hour',
      music: await testFile(await musicTrack('plain', 6)),
    };
    await openPage(page, { ...shot, photos: pictures.slice(3), seed: 8 });
    others = await render(page);
    await openPage(page, shot);
    good = await render(page);
  });

  test.afterAll(async () => {
    await page.close();
    await rm(folder, { recursive: true });
  });

  test('passes every check, and none of its frames is left open', async () => {
    const found = await verify(page);
    expect(failedChecks(found)).toEqual([]);
    expect(found.report.passed).toBe(true);
    expect(found.report.checks.map(({ name }) => name)).toEqual(CHECK_NAMES);
    expect(found.report.checks.filter(({ measured }) => measured === null)).toEqual([]);
    expect(found.progress).toBe(180);
    expect(found.openFrames).toBe(0);
    expect(found.report.milliseconds).toBeGreaterThan(0);
  });

  test('that was only encoded again passes too', async () => {
    expect(failedChecks(await verify(page, await spoiltVideo(good, 'encoded again', folder)))).toEqual([]);
  });

  const REFUSED: Record<Exclude<Spoilt, 'encoded again'>, readonly CheckName[]> = {
    'without frame 59': ['frames', 'frameTimeErrorMilliseconds', 'decodedFrames'],
    'with frame 40 twice': ['frames', 'decodedFrames', 'misplacedFrames'],
    'with frame 50 12 ms late': ['frameTimeErrorMilliseconds'],
    'half a second black': ['blackFrames'],
    'one black frame': ['blackFrames'],
    'frozen for a second': ['frozenFrames'],
    'repeating a frame at the cut': ['misplacedFrames'],
    'with pieces swapped': ['misplacedFrames'],
    'full range in the stream': ['colours'],
    'BT.601 in the stream': ['colours'],
    silent: ['silentMilliseconds', 'soundLikenessPercent'],
    'silent for half a second': ['silentMilliseconds'],
    'without sound': ['codecs', 'durationErrorMilliseconds', 'soundStartMilliseconds', 'silentMilliseconds'],
    'with sound 60 ms late': ['soundStartMilliseconds', 'soundOffsetMilliseconds'],
    'with sound 60 ms early': ['soundOffsetMilliseconds'],
    'with other sound': ['soundLikenessPercent'],
    'cut off': ['decodedFrames', 'silentMilliseconds'],
    'cut short': ['readable'],
  };

  for (const [kind, checks] of Object.entries(REFUSED)) {
    test(`${kind} is refused, by ${checks.join(', ')}`, async () => {
      const found = await verify(page, await spoiltVideo(good, kind as Spoilt, folder));
      expect(found.report.passed).toBe(false);
      expect(failedChecks(found)).toEqual(expect.arrayContaining([...checks]));
      expect(found.openFrames).toBe(0);
    });
  }

  test('of another project is refused, by its pictures', async () => {
    const found = await verify(page, others);
    expect(failedChecks(found)).toEqual(expect.arrayContaining(['lowestPictureDecibels']));
  });
});

for (const style of STYLE_NAMES) {
  test(`a good video in the style ${style} passes, of photos and clips side by side`, async ({ page }) => {
    test.setTimeout(240_000);
    const clips = [await movingClip('moving.mp4'), await countingClip('count.mp4')];
    const media = [...demoPhotos(2), ...clips, ...(await photos(1))];
    await openPage(page, {
      photos: await testFiles(media),
      lengthSeconds: 6,
      quality: 'eco',
      size: { width: 720, height: 1280 },
      style,
      frame: 'golden',
      atmosphere: 'glitter-rain',
      hook: 'Golden hour',
      music: await testFile(await musicTrack('dynamic', 6)),
    });
    await render(page);
    expect(failedChecks(await verify(page))).toEqual([]);
  });
}

/** More than any bit rate holds: what comes out is blurred and late, and as it should be. */
test('a video of nothing but noise passes', async ({ page }) => {
  test.setTimeout(240_000);
  const noise = await noiseClip('noise.mp4');
  const grainy = await photo({ name: 'grainy.jpg', grain: 100, seed: 4 });
  await openPage(page, {
    photos: await testFiles([noise, grainy]),
    lengthSeconds: 3,
    quality: 'eco',
    style: 'energetic-dance',
    atmosphere: 'glitter-rain',
  });
  await render(page);
  const found = await verify(page);
  expect(failedChecks(found), JSON.stringify(found.report.checks)).toEqual([]);
});
