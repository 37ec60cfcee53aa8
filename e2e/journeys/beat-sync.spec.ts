import { expect } from '@playwright/test';
import { cutTimes } from '../support/cuts.ts';
import { exportVideo } from '../support/export-page.ts';
import { plainPicture } from '../support/pictures.ts';
import { clickTimes, decodeSound } from '../support/sound.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';

/** One frame at 30 a second. */
const FRAME_SECONDS = 1 / 30;
const COLOURS = ['#C82828', '#28C828', '#2828C8', '#C8C828', '#28C8C8'];
/** Small and held still, so that a long video is quick to make; its cuts are planned as in any other. */
const QUICK = { request: { quality: 'freeze', format: '1:1', frame: 'none' }, framesPerSecond: 24 } as const;
const MOVING = { request: { quality: 'normal', format: '1:1' }, framesPerSecond: 30 } as const;

for (const [tempo, seconds, mode] of [
  [60, 30, QUICK],
  [97.3, 30, QUICK],
  [128, 30, MOVING],
  [174, 30, QUICK],
  [60, 180, QUICK],
  [97.3, 180, QUICK],
  [128, 180, QUICK],
  [174, 180, QUICK],
] as const) {
  test(`at ${tempo} BPM every cut of ${seconds} s lands within a frame of its click`, async ({ page }) => {
    test.setTimeout(240_000);
    const first = 0.25;
    const count = Math.floor(((seconds - first) * tempo) / 60);
    const clicks = Array.from({ length: count }, (_, index) => first + (index * 60) / tempo);
    const track = await clickTrack({ name: `pulse-${tempo}-${seconds}.flac`, format: 'flac', seconds, clicks });
    const { video } = await exportVideo(page, {
      photos: await Promise.all(COLOURS.map((colour) => plainPicture(`${colour}.png`.replace('#', 'flat-'), colour))),
      track,
      style: 'luxury-gold',
      ...mode.request,
      overlay: 'none',
      lengthSeconds: seconds,
    });
    const heard = clickTimes(await decodeSound(video));
    expect(heard.length).toBeGreaterThan(0.9 * count);
    const cuts = await cutTimes(video, mode.framesPerSecond);
    // Luxury gold changes the picture every four to six seconds.
    expect(cuts.length).toBeGreaterThanOrEqual(seconds / 7.5);
    for (const cut of cuts) {
      const nearest = Math.min(...heard.map((click) => Math.abs(click - cut)));
      expect(nearest, `the cut at ${cut.toFixed(3)} s`).toBeLessThanOrEqual(FRAME_SECONDS);
    }
  });
}
