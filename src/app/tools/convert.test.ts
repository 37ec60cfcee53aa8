import { describe, expect, test } from 'vitest';
import type { ConvertibleFile } from '#core/convert/conversion.ts';
import { StudioError } from '#core/errors.ts';
import { AUDIO } from '#core/render/settings.ts';
import type { ConvertRequest } from '#protocol/convert.ts';
import { FILM, toolGround } from '../fixtures/tool-parts.ts';
import type { ConversionProgress } from '../studio/conversion.ts';
import { createFileConversion } from './convert.ts';

const DESCRIBED: ConvertibleFile = {
  durationSeconds: 10,
  pictures: {
    size: { width: 1920, height: 1080 },
    frames: 300,
    durationSeconds: 10,
    frameRate: 30,
    bitRate: 20e6,
  },
  sound: null,
};

function setUp({ room = true, failure = null as StudioError | null } = {}) {
  const requests: ConvertRequest[] = [];
  const { parts, asked, kept } = toolGround(room);
  const conversion = createFileConversion({
    ...parts,
    client: {
      describe: async () => DESCRIBED,
      convert: async (request, { onProgress }) => {
        requests.push(request);
        if (failure) throw failure;
        onProgress({ step: 'converting', done: 150, total: 300 });
        return { bytes: 4, frames: 300 };
      },
    },
    audio: AUDIO,
  });
  return { conversion, requests, asked, kept };
}

describe('a converted file', () => {
  test('is named after its source and what was asked for, and kept until it is discarded', async () => {
    const { conversion, kept } = setUp();
    const { file, frames, discard } = await conversion.convert(FILM, { conversion: { to: 'mp4', size: '720p' } });
    expect([file.name, file.type, frames]).toEqual(['my film_720p.mp4', 'video/mp4', 300]);
    await discard();
    expect(kept.size).toBe(0);
  });

  test('goes by the name that the person gave an asset', async () => {
    const { file } = await setUp().conversion.convert('beach', { conversion: { to: 'webm', size: 'original' } });
    expect([file.name, file.type]).toEqual(['beach_converted.webm', 'video/webm']);
  });

  test('says which step it is at', async () => {
    const told: ConversionProgress[] = [];
    await setUp().conversion.convert(FILM, {
      conversion: { to: 'mp4', size: 'original' },
      onProgress: (now) => told.push(now),
    });
    expect(told.map(({ step, done, total }) => [step, done, total])).toEqual([
      ['reading', 0, 0],
      ['converting', 150, 300],
    ]);
  });

  test('is refused before there is anything to write where the source has not got what it needs', async () => {
    const { conversion, requests, asked } = setUp();
    await expect(conversion.convert(FILM, { conversion: { to: 'mp3' } })).rejects.toMatchObject({
      code: 'file-unsupported',
    });
    expect([requests, asked]).toEqual([[], []]);
  });

  test('is refused where there is no room for it', async () => {
    const { conversion, requests, asked } = setUp({ room: false });
    await expect(conversion.convert(FILM, { conversion: { to: 'mp4', size: 'original' } })).rejects.toMatchObject({
      code: 'disk-full',
    });
    // 10 s at 8 Mbit/s.
    expect(asked[0]).toBeGreaterThan(10e6);
    expect(requests).toEqual([]);
  });

  test('leaves nothing behind when it fails', async () => {
    const { conversion, kept } = setUp({ failure: new StudioError('encoder-failed', 'No.') });
    await expect(conversion.convert(FILM, { conversion: { to: 'mp4', size: 'original' } })).rejects.toMatchObject({
      code: 'encoder-failed',
    });
    expect(kept.size).toBe(0);
  });
});
