import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { downloadOutput, exportVideo } from '../support/export-page.ts';
import { photo } from '../support/pictures.ts';
import { decodeFrames, decodeStill, type Picture, psnr } from '../support/pixels.ts';
import { runProgram } from '../support/process.ts';
import { assetOf, openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { LAPTOP, openExportSheet, openPhotos, PHONE } from './create-page.ts';

for (const { name, viewport } of [LAPTOP, PHONE]) {
  test(`one export makes a video for each different format, with a name and a text for each platform, on a ${name}`, async ({
    page,
    context,
  }, testInfo) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize(viewport);
    await openPhotos(page, 1);
    const sheet = await openExportSheet(page);
    await sheet.getByRole('radio', { name: /^Freeze/ }).click();
    for (const platform of ['Feed 1:1', 'Reels', 'TikTok']) {
      await sheet.getByRole('checkbox', { name: platform }).check();
    }
    await expect(page.getByRole('img', { name: 'The bright part stays free of TikTok' })).toBeVisible();
    await sheet.getByText('File names').click();
    await sheet.getByRole('textbox', { name: 'Name of a video' }).fill('{platform} of {title}');
    await sheet.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(sheet.getByRole('alert')).toContainText('File names know no {title}.');
    await sheet.getByRole('textbox', { name: 'Name of a video' }).fill('{project} for {platform}');
    await sheet.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(sheet.getByRole('alert')).toBeHidden();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: testInfo.outputPath('setup.png') });

    await sheet.getByRole('button', { name: 'Export 2 videos' }).click();
    const done = page.getByRole('dialog', { name: 'Your video' });
    await expect(done).toBeVisible({ timeout: 90_000 });
    const videos = done.getByRole('radiogroup', { name: 'Videos of this export' });
    await expect(videos.getByRole('radio')).toHaveCount(2);
    await expect(videos.getByRole('radio', { name: /^TikTok, Reels/ })).toBeChecked();
    await done.getByRole('radio', { name: 'Reels', exact: true }).click();
    const text = done.getByRole('textbox', { name: 'Text to post' });
    await expect(text).toHaveValue('Untitled video\n\n#luxury #gold #reels');
    const saving = page.waitForEvent('download');
    await done.getByRole('button', { name: 'Download video' }).click();
    expect((await saving).suggestedFilename()).toBe('Untitled video for Reels.mp4');
    await done.getByText('Cover', { exact: true }).click();
    const frame = done.getByRole('slider', { name: 'Moment' });
    await frame.press('End');
    await done.getByRole('button', { name: 'Use as cover' }).click();
    await expect(page.getByText('Cover changed')).toBeAttached();
    await text.fill('Mine #gold');
    await done.getByRole('button', { name: 'Copy text' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Mine #gold');
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: testInfo.outputPath('done.png') });
  });
}

test('scripts ask for platforms, whose limits their jobs carry, and a name that is none is refused', async ({
  page,
}) => {
  await openStudio(page);
  const { id } = await assetOf(page, await photo({ name: 'scene.jpg', width: 480, height: 720 }));
  const answer = await page.evaluate(async (assetId) => {
    const { studio } = window;
    await studio?.queue.pause();
    const request = { images: [{ assetId }], lengthSeconds: 75 };
    const refused = await studio?.process({ ...request, platforms: ['myspace' as 'reels'] }).catch(String);
    const queued = await studio?.process({ ...request, platforms: ['reels', 'whatsapp-status'] });
    const jobs = await Promise.all((queued?.jobIds ?? []).map((job) => studio?.jobs.get(job)));
    return { refused, jobs: jobs.map((job) => job && { ...job.settings, ...job, length: job.project }) };
  }, id);
  expect(answer.refused).toContain('platforms.0');
  expect(answer.jobs).toMatchObject([
    { platforms: ['reels'], quality: 'normal', videoBitRate: 7_000_000, length: { lengthSeconds: 75 } },
    { platforms: ['whatsapp-status'], quality: 'eco', length: { lengthSeconds: 60 } },
  ]);
  expect(answer.jobs[1]?.videoBitRate).toBeLessThan(2_000_000);
});

test('a frame of the finished video becomes its thumbnail and the cover art of its file', async ({ page }) => {
  const photos = [
    await photo({ name: 'red.jpg', width: 90, height: 160 }),
    await photo({ name: 'blue.jpg', width: 160, height: 90 }),
  ];
  const before = await exportVideo(page, { photos, lengthSeconds: 2, quality: 'freeze', style: 'luxury-gold' });
  await page.evaluate((id) => window.studio?.jobs.setCover(id, 1.9), before.job.id);
  const folder = await mkdtemp(join(tmpdir(), 'studio-cover-'));
  const video = await downloadOutput(page, before.job.id, 'video', folder);
  const thumbnail = await downloadOutput(page, before.job.id, 'thumbnail', folder);
  const { size } = before.job.settings;
  const [frame] = await decodeFrames(video, size, [45]);
  expect(psnr(await decodeStill(thumbnail, size), frame as Picture)).toBeGreaterThan(35);
  // Pictures and sound are the same packets, at the same times; beside them lies the cover.
  expect(await packetsOf(video, 'v:0')).toEqual(await packetsOf(before.video, 'v:0'));
  expect(await packetsOf(video, 'a:0')).toEqual(await packetsOf(before.video, 'a:0'));
  const art = await runProgram('ffprobe', [
    '-v',
    'error',
    '-select_streams',
    'v:1',
    '-show_entries',
    'stream=codec_name,width',
    '-of',
    'csv=p=0',
    video,
  ]);
  expect(art.toString().trim()).toBe(`mjpeg,${size.width}`);
  const stored = await page.evaluate(async (id) => (await window.studio?.jobs.get(id))?.output?.bytes, before.job.id);
  expect(stored).toBe((await stat(video)).size);
});

/** Times, flags and checksums of a stream's packets. */
async function packetsOf(file: string, stream: string): Promise<string[]> {
  const args = [
    '-v',
    'error',
    '-select_streams',
    stream,
    '-show_entries',
    'packet=pts_time,dts_time,flags,data_hash',
    '-show_data_hash',
    'sha256',
    '-of',
    'csv=p=0',
    file,
  ];
  return (await runProgram('ffprobe', args)).toString().trim().split('\n');
}
