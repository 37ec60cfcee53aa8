import { describe, expect, test } from 'vitest';
import type { ConversionChoice } from '#app/studio/conversion.ts';
import type { ConvertibleFile } from '#core/convert/conversion.ts';
import { StudioError } from '#core/errors.ts';
import { createConvertTool } from './convert-tool.ts';

const FILM: ConvertibleFile = {
  durationSeconds: 3.04,
  pictures: {
    size: { width: 640, height: 360 },
    frames: 76,
    durationSeconds: 3.04,
    frameRate: 25,
    bitRate: 1e6,
  },
  sound: { durationSeconds: 3, sampleRate: 48_000, channels: 2 },
};
const CHOSEN = { name: 'film.mov', given: new File(['film'], 'film.mov') };

function setUp({ failure = null as StudioError | null, described = FILM } = {}) {
  const choices: ConversionChoice[] = [];
  let discarded = 0;
  const tool = createConvertTool({
    conversion: {
      describe: async (media) => {
        if (media instanceof File && media.name === 'broken.mov') throw new StudioError('file-damaged', 'Broken.');
        return described;
      },
      convert: async (_media, choice) => {
        choices.push(choice);
        choice.onProgress?.({ step: 'converting', done: 5, total: 10, etaSeconds: 3 });
        if (failure) throw failure;
        return { file: new File([''], 'x.mp4'), frames: 1, discard: async () => void discarded++ };
      },
    },
  });
  return { tool, choices, discarded: () => discarded };
}

describe('the converter', () => {
  test('does nothing before a file is chosen', async () => {
    const { tool, choices } = setUp();
    await tool.start();
    expect(choices).toEqual([]);
  });

  test('makes an MP4 for the web where nothing else is said', async () => {
    const { tool, choices } = setUp();
    await tool.choose(CHOSEN);
    await tool.start();
    expect(choices[0]?.conversion).toEqual({ to: 'mp4', size: '1080p' });
    expect(tool.state.getState().work.kind).toBe('done');
  });

  test('takes a part that the video has', async () => {
    const { tool, choices } = setUp();
    tool.set({ to: 'gif' });
    await tool.choose(CHOSEN);
    tool.setAnimation({ startSeconds: 1 });
    await tool.start();
    expect(choices[0]?.conversion).toEqual({ to: 'gif', width: 480, frameRate: 12, startSeconds: 1, seconds: 3.1 });
  });

  test('goes to sound where a file has no pictures', async () => {
    const { tool } = setUp({ described: { ...FILM, pictures: null } });
    await tool.choose(CHOSEN);
    expect(tool.state.getState().to).toBe('mp3');
  });

  test('says why a file cannot be read, until another is chosen', async () => {
    const { tool } = setUp();
    await tool.choose({ name: 'broken.mov', given: new File([''], 'broken.mov') });
    expect(tool.state.getState()).toMatchObject({ described: null, refusal: { code: 'file-damaged' } });
    await tool.choose(CHOSEN);
    expect(tool.state.getState()).toMatchObject({ described: FILM, refusal: null });
  });

  test('is back at the choices after a cancel, and says what failed otherwise', async () => {
    for (const [code, kind] of [
      ['cancelled', 'choosing'],
      ['disk-full', 'failed'],
    ] as const) {
      const { tool } = setUp({ failure: new StudioError(code, code) });
      await tool.choose(CHOSEN);
      await tool.start();
      expect(tool.state.getState().work.kind).toBe(kind);
    }
  });

  test('keeps the kind of file for the next one, and frees the room of the last', async () => {
    const { tool, discarded } = setUp();
    tool.set({ to: 'webm', size: '480p' });
    await tool.choose(CHOSEN);
    await tool.start();
    await tool.startOver();
    expect(discarded()).toBe(1);
    expect(tool.state.getState()).toMatchObject({ media: null, to: 'webm', size: '480p' });
  });
});
