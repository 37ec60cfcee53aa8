import { describe, expect, test } from 'vitest';
import type { TranscribeOptions } from '#app/studio/speech.ts';
import type { CaptionChoice, MadeVideo } from '#app/studio/tools.ts';
import { StudioError } from '#core/errors.ts';
import { createCaptionTool } from './caption-tool.ts';

const FILM = new File(['film'], 'my film.mp4');
const SRT = '1\n00:00:01,000 --> 00:00:02,000\nGolden hour\n';
const HEARD = {
  ...{ language: 'en', duration: 3, device: 'wasm' as const, gpuProblem: null },
  words: [{ text: 'gold', start: 0.5, end: 1, confidence: 0.9 }],
};

function setUp({ failure = null as StudioError | null } = {}) {
  const choices: CaptionChoice[] = [];
  const heard: TranscribeOptions[] = [];
  let discarded = 0;
  const made: MadeVideo = {
    video: new File(['made'], 'my film_captioned.mp4'),
    frames: 90,
    discard: async () => void discarded++,
  };
  const tool = createCaptionTool({
    captioning: {
      check: async () => [],
      caption: async (_media, choice) => {
        choices.push(choice);
        choice.onProgress?.({ step: 'captioning', done: 45, total: 90, etaSeconds: 3 });
        if (failure) throw failure;
        return made;
      },
    },
    speech: {
      transcribe: async (_media, options) => {
        heard.push(options);
        return HEARD;
      },
      models: async () => [],
    },
  });
  return { tool, choices, heard, discarded: () => discarded };
}

describe('captioning a video', () => {
  test('with a file of captions gives the video and both kinds of files', async () => {
    const { tool, choices } = setUp();
    tool.chooseVideo(FILM);
    await tool.chooseCaptions(new File([SRT], 'words.srt'));
    tool.setLook('karaoke');
    await tool.start(null);
    const { work } = tool.state.getState();
    if (work.kind !== 'done') throw new Error(work.kind);
    expect(work.made.video.video.name).toBe('my film_captioned.mp4');
    expect(work.made.files.map(({ name }) => name)).toEqual(['my film.srt', 'my film.vtt']);
    expect(await work.made.files[0]?.text()).toContain('Golden hour');
    expect(choices[0]?.place).toMatchObject({ kind: 'burned', styling: { look: { animation: 'highlight' } } });
  });

  test('hears what is said where a model was chosen, and names the language of a track', async () => {
    const { tool, choices, heard } = setUp();
    tool.chooseVideo(FILM);
    tool.setPlace('track');
    await tool.start('whisper-tiny');
    expect(heard[0]?.model).toBe('whisper-tiny');
    expect(choices[0]?.place).toEqual({ kind: 'track', container: 'mkv', language: 'en' });
    expect(choices[0]?.cues.map(({ words }) => words[0]?.text)).toEqual(['gold']);
  });

  test('begins with nothing less than a video and captions', async () => {
    const { tool, choices } = setUp();
    await tool.start('whisper-tiny');
    tool.chooseVideo(FILM);
    await tool.start(null);
    tool.setOrigin('file');
    await tool.start('whisper-tiny');
    expect(choices).toEqual([]);
  });

  test('says why captions are refused', async () => {
    const { tool } = setUp();
    await tool.chooseCaptions(new File(['1\n00:00:01,000 -> 00:00:02,000\nx\n'], 'wrong.srt'));
    expect(tool.state.getState().refusal).toMatch(/wrong\.srt.*line 2/);
    await tool.chooseCaptions(new File(['WEBVTT\n'], 'none.vtt'));
    expect(tool.state.getState().refusal).toContain('no captions');
    expect(tool.state.getState().captions).toBeNull();
  });

  test('is back at the choices after a cancel, and says what failed otherwise', async () => {
    for (const [code, kind] of [
      ['cancelled', 'choosing'],
      ['disk-full', 'failed'],
    ] as const) {
      const { tool } = setUp({ failure: new StudioError(code, code) });
      tool.chooseVideo(FILM);
      await tool.chooseCaptions(new File([SRT], 'words.srt'));
      await tool.start(null);
      expect(tool.state.getState().work.kind).toBe(kind);
      expect(tool.state.getState().video).toBe(FILM);
    }
  });

  test('frees the room of what was made when it starts over', async () => {
    const { tool, discarded } = setUp();
    tool.chooseVideo(FILM);
    await tool.chooseCaptions(new File([SRT], 'words.srt'));
    await tool.start(null);
    await tool.startOver();
    expect(discarded()).toBe(1);
    expect(tool.state.getState()).toMatchObject({ video: null, captions: null, work: { kind: 'choosing' } });
  });
});
