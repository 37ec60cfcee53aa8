import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { flatClip } from '../support/clips.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { dropFiles, openCreate, previewIsReady, shotOrder, timelineShots } from './create-page.ts';

test('clips dropped with a song become shots in their order, and play; one dropped on the timeline follows them', async ({
  page,
}) => {
  await openCreate(page);
  const file = async (name: string, type: string, path: string) => ({ name, type, bytes: await readFile(path) });
  await dropFiles(page, [
    await file('clip-red.mp4', 'video/mp4', await flatClip('clip-red.mp4', '#C81E1E', 3)),
    await file('clip-blue.mp4', 'video/mp4', await flatClip('clip-blue.mp4', '#1E1EC8', 2)),
    await file(
      'song.mp3',
      'audio/mpeg',
      await clickTrack({ name: 'song.mp3', format: 'mp3', seconds: 8, clicks: [1, 2] }),
    ),
    { name: 'broken.mp4', type: 'video/mp4', bytes: Buffer.from('no clip at all') },
  ]);
  await previewIsReady(page);
  await expect(timelineShots(page).first()).toBeVisible();
  await expect.poll(async () => [...new Set(await shotOrder(page))]).toEqual(['clip-red', 'clip-blue']);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  const position = page.getByRole('slider', { name: 'Position' });
  await expect.poll(async () => Number(await position.getAttribute('aria-valuenow'))).toBeGreaterThan(10);
  await expect(page.getByText('broken.mp4').first()).toBeVisible();

  const late = await file('clip-green.mp4', 'video/mp4', await flatClip('clip-green.mp4', '#1EC81E', 2));
  await dropFiles(page, [late], page.getByRole('region', { name: 'Timeline' }));
  await expect.poll(async () => [...new Set(await shotOrder(page))]).toEqual(['clip-red', 'clip-blue', 'clip-green']);
});
