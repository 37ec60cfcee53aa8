import { describe, expect, test } from 'vitest';
import { DEFAULT_MUSIC_LEVELS } from '#core/audio/music-plan.ts';
import { StudioError } from '#core/errors.ts';
import { AUDIO } from '#core/render/settings.ts';
import type { BackgroundMusicRequest } from '#protocol/background-music.ts';
import { FILM, toolGround } from '../fixtures/tool-parts.ts';
import type { MusicProgress } from '../studio/tools.ts';
import { createBackgroundMusic } from './background-music.ts';

const SONG = new File(['song'], 'song.mp3');
const CHOICE = { levels: DEFAULT_MUSIC_LEVELS };

function setUp({ room = true, failure = null as StudioError | null, container = 'mp4' as 'mp4' | 'webm' } = {}) {
  const requests: BackgroundMusicRequest[] = [];
  const { parts, kept } = toolGround(room);
  const music = createBackgroundMusic({
    ...parts,
    client: {
      describe: async () => ({ durationSeconds: 10, container, hasSound: true }),
      addMusic: async (request, { onProgress }) => {
        requests.push(request);
        if (failure) throw failure;
        onProgress({ step: 'listening', seconds: 5, total: 10 });
        onProgress({ step: 'mixing', seconds: 10, total: 10 });
        return { bytes: 4, frames: 300, container };
      },
    },
    audio: AUDIO,
  });
  return { music, requests, kept };
}

describe('music under a video', () => {
  test('gives a file that is named after the video, kept until it is discarded', async () => {
    const { music, kept } = setUp();
    const { video, frames, discard } = await music.add(FILM, SONG, CHOICE);
    expect([video.name, video.type, frames]).toEqual(['my film_music.mp4', 'video/mp4', 300]);
    await discard();
    expect(kept.size).toBe(0);
  });

  test('keeps a WebM what it is', async () => {
    const { video } = await setUp({ container: 'webm' }).music.add(FILM, SONG, CHOICE);
    expect([video.name, video.type]).toEqual(['my film_music.webm', 'video/webm']);
  });

  test('takes assets by the names that the person knows', async () => {
    const { music, requests } = setUp();
    const { video } = await music.add('beach', 'waves', CHOICE);
    expect(video.name).toBe('beach_music.mp4');
    expect(requests[0]?.track.name).toBe('waves.avi');
  });

  test('says which step it is at', async () => {
    const told: MusicProgress[] = [];
    await setUp().music.add(FILM, SONG, { ...CHOICE, onProgress: (now) => told.push(now) });
    expect(told.map(({ step, done, total }) => [step, done, total])).toEqual([
      ['reading', 0, 0],
      ['listening', 5, 10],
      ['mixing', 10, 10],
    ]);
  });

  test('is refused before it begins where there is no room for the file', async () => {
    const { music, requests } = setUp({ room: false });
    await expect(music.add(FILM, SONG, CHOICE)).rejects.toMatchObject({ code: 'disk-full' });
    expect(requests).toEqual([]);
  });

  test('leaves nothing behind when it fails', async () => {
    const { music, kept } = setUp({ failure: new StudioError('encoder-failed', 'No.') });
    await expect(music.add(FILM, SONG, CHOICE)).rejects.toMatchObject({ code: 'encoder-failed' });
    expect(kept.size).toBe(0);
  });
});
