import { describe, expect, test } from 'vitest';
import { CAPTION_LOOKS } from '#core/captions/looks.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { StudioError } from '#core/errors.ts';
import type { CaptionVideoRequest } from '#protocol/caption-video.ts';
import { FILM, toolGround } from '../fixtures/tool-parts.ts';
import type { CaptionProgress } from '../studio/tools.ts';
import { createVideoCaptioning } from './caption-video.ts';

const BURNED = { kind: 'burned', styling: { look: CAPTION_LOOKS.classic } } as const;

function cue(id: string, start: number, end: number): Cue {
  return { id, start, end, words: [{ text: id, start, end, confidence: 1 }], lines: [0] };
}

function setUp({ room = true, failure = null as StudioError | null } = {}) {
  const requests: CaptionVideoRequest[] = [];
  const { parts, asked, kept } = toolGround(room);
  const captioning = createVideoCaptioning({
    ...parts,
    client: {
      describe: async () => ({
        durationSeconds: 10,
        frames: 300,
        size: { width: 64, height: 64 },
        burnedBytes: 4_000_000,
      }),
      caption: async (request, { onFrames }) => {
        requests.push(request);
        if (failure) throw failure;
        for (const frames of [100, 200]) onFrames(frames);
        return { bytes: 4, frames: 300 };
      },
    },
    glyphs: async () => [[0, 0x2ff]],
  });
  return { captioning, requests, asked, kept };
}

describe('captioning a video', () => {
  test('gives a file that is named after its source, kept until it is discarded', async () => {
    const { captioning, kept } = setUp();
    const { video, frames, discard } = await captioning.caption(FILM, { cues: [cue('a', 1, 2)], place: BURNED });
    expect([video.name, video.type, await video.text()]).toEqual(['my film_captioned.mp4', 'video/mp4', 'done']);
    expect(frames).toBe(300);
    expect(kept.size).toBe(1);
    await discard();
    expect(kept.size).toBe(0);
  });

  test('of an asset takes what this browser can decode, under the name that the person knows', async () => {
    const { captioning, requests } = setUp();
    const place = { kind: 'track', container: 'mkv', language: 'en' } as const;
    const { video } = await captioning.caption('beach', { cues: [cue('a', 1, 2)], place });
    expect(video.name).toBe('beach_captioned.mkv');
    expect(await requests[0]?.file.bytes.text()).toBe('converted');
  });

  test('says how far it is', async () => {
    const { captioning } = setUp();
    const told: CaptionProgress[] = [];
    await captioning.caption(FILM, { cues: [cue('a', 1, 2)], place: BURNED, onProgress: (now) => told.push(now) });
    expect(told.map(({ step, done, total }) => [step, done, total])).toEqual([
      ['reading', 0, 0],
      ['captioning', 0, 300],
      ['captioning', 100, 300],
      ['captioning', 200, 300],
      ['captioning', 300, 300],
    ]);
  });

  test('cuts off what lies beyond the video', async () => {
    const { captioning, requests } = setUp();
    await captioning.caption(FILM, { cues: [cue('a', 9, 12), cue('b', 30, 40)], place: BURNED });
    expect(requests[0]?.cues.map(({ start, end }) => [start, end])).toEqual([[9, 10]]);
  });

  test('is refused by name where no caption lies in the video', async () => {
    const { captioning, requests } = setUp();
    await expect(captioning.caption(FILM, { cues: [], place: BURNED })).rejects.toThrow(/no captions.*my film\.mov/);
    await expect(captioning.caption(FILM, { cues: [cue('a', 30, 40)], place: BURNED })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    expect(requests).toEqual([]);
  });

  test('is refused before it begins where there is no room for the file', async () => {
    const { captioning, asked, kept } = setUp({ room: false });
    await expect(captioning.caption(FILM, { cues: [cue('a', 1, 2)], place: BURNED })).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(asked[0]).toBeGreaterThan(4_000_000);
    expect(kept.size).toBe(0);
  });

  test('leaves nothing behind when it fails, and the next one runs', async () => {
    const { captioning, kept } = setUp({ failure: new StudioError('cancelled', 'Cancelled.') });
    const choice = { cues: [cue('a', 1, 2)], place: BURNED };
    const [first, second] = [captioning.caption(FILM, choice), captioning.caption(FILM, choice)];
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    expect(kept.size).toBe(0);
  });

  test('that is cancelled while it waits never begins', async () => {
    const { captioning, requests } = setUp();
    const signal = AbortSignal.abort();
    await expect(captioning.caption(FILM, { cues: [cue('a', 1, 2)], place: BURNED, signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(requests).toEqual([]);
  });

  test('names characters that no font has', async () => {
    const { captioning } = setUp();
    expect(await captioning.check([cue('plain', 1, 2)])).toEqual([]);
    expect(await captioning.check([cue('金', 1, 2)])).toMatchObject([{ code: 'caption-glyph-missing' }]);
  });
});
