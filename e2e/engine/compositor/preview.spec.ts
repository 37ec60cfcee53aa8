import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { CompositorPage } from '../../harness/compositor/main.ts';
import { exportVideo } from '../../support/export-page.ts';
import { decodeFrames, decodeStill, psnr } from '../../support/pixels.ts';
import { demoPhotos, testFiles } from '../../support/test-files.ts';

declare const compositorPage: CompositorPage;

const SIZE = { width: 1080, height: 1920 };
const LOOK = { frame: 'luxury-1', seed: 7, lengthSeconds: 3 } as const;
const HOOK = '✨ Luxury Beauty Secrets Revealed!';
/** Three photos of 30 frames each: ends, middle, both sides of a cut, and a jump back. */
const FRAMES = [0, 29, 30, 45, 89, 12];

test('the preview shows the very pixels of the export, and the MP4 stays within 35 dB of them', async ({
  page,
}, info) => {
  const paths = demoPhotos(3);
  const { video } = await exportVideo(page, { photos: paths, text: HOOK, overlay: 'glitter-rain', ...LOOK });

  await page.goto('/harness/compositor.html');
  const shot = {
    photos: await testFiles(paths),
    hook: HOOK,
    atmosphere: 'glitter-rain',
    frames: FRAMES,
    ...LOOK,
  } as const;
  const seen = await page.evaluate((wanted) => compositorPage.previewProject(wanted), shot);
  expect(seen.map(({ frame, differing }) => ({ frame, differing }))).toEqual(
    FRAMES.map((frame) => ({ frame, differing: 0 })),
  );

  const ordered = [...seen].sort((a, b) => a.frame - b.frame);
  const decoded = await decodeFrames(
    video,
    SIZE,
    ordered.map(({ frame }) => frame),
  );
  for (const [index, { frame, png }] of ordered.entries()) {
    const path = info.outputPath(`preview-${frame}.png`);
    await writeFile(path, Buffer.from(png, 'base64'));
    const fromFile = decoded[index];
    if (!fromFile) throw new Error(`Frame ${frame} was not decoded.`);
    const ratio = psnr(await decodeStill(path, SIZE), fromFile);
    info.annotations.push({ type: 'PSNR', description: `frame ${frame}: ${ratio.toFixed(1)} dB` });
    expect(ratio, `frame ${frame}`).toBeGreaterThanOrEqual(35);
  }
});
