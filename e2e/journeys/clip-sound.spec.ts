import { expect } from '@playwright/test';
import { exportVideo } from '../support/export-page.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { measureLoudness } from '../support/loudness.ts';
import { toneTrack } from '../support/music.ts';
import { ffmpeg } from '../support/process.ts';
import { decodeSound, toneLevel } from '../support/sound.ts';
import { test } from '../support/test.ts';

const CLIP_HERTZ = 1000;
const MUSIC_HERTZ = 300;

/** Four seconds of one colour with a tone: H.264 and AAC in MP4. */
function speakingClip(): Promise<string> {
  const args = [
    ...['-f', 'lavfi', '-i', 'color=c=0x336699:s=540x960:r=30:d=4'],
    ...['-f', 'lavfi', '-i', `sine=frequency=${CLIP_HERTZ}:sample_rate=44100:duration=4`],
    ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-b:a', '128k', '-f', 'mp4'],
  ];
  return cachedFixture('speaking.mp4', args, (path) => ffmpeg([...args, path]));
}

test('a clip keeps its own sound where there is no music, and gives way to music', async ({ page }) => {
  const clip = await speakingClip();
  const request = { photos: [clip], quality: 'eco', lengthSeconds: 3, overlay: 'none' } as const;

  const alone = await exportVideo(page, request);
  const own = await decodeSound(alone.video);
  expect(toneLevel(own, CLIP_HERTZ, 0.5, 1)).toBeGreaterThan(-20);
  expect(Math.abs((await measureLoudness(alone.video)).integrated + 14)).toBeLessThanOrEqual(0.5);

  const track = await toneTrack('under-clip.wav', MUSIC_HERTZ, -12, 6);
  const { video } = await exportVideo(page, { ...request, track });
  const both = await decodeSound(video);
  expect(toneLevel(both, MUSIC_HERTZ, 0.3, 0.8)).toBeGreaterThan(-20);
  expect(toneLevel(both, CLIP_HERTZ, 0.3, 0.8)).toBeLessThan(-60);
});
