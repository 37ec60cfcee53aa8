import { describe, expect, test } from 'vitest';
import type { MadeVideo, MusicUnderVideo } from '#app/studio/tools.ts';
import { StudioError } from '#core/errors.ts';
import { createMusicTool } from './music-tool.ts';

const FILM = new File(['film'], 'film.mp4');
const SONG = new File(['song'], 'song.mp3');

function setUp({ failure = null as StudioError | null } = {}) {
  const choices: MusicUnderVideo[] = [];
  let discarded = 0;
  const made: MadeVideo = { video: new File([''], 'x.mp4'), frames: 1, discard: async () => void discarded++ };
  const tool = createMusicTool({
    backgroundMusic: {
      add: async (_media, _track, choice) => {
        choices.push(choice);
        choice.onProgress?.({ step: 'mixing', done: 5, total: 10, etaSeconds: 3 });
        if (failure) throw failure;
        return made;
      },
    },
  });
  tool.chooseVideo(FILM);
  return { tool, choices, discarded: () => discarded };
}

describe('the music tool', () => {
  test('begins with nothing less than a video and a track', async () => {
    const { tool, choices } = setUp();
    await tool.start();
    expect(choices).toEqual([]);
    tool.chooseTrack(SONG);
    await tool.start();
    expect(choices).toHaveLength(1);
    expect(tool.state.getState().work.kind).toBe('done');
  });

  test('mixes as it is set', async () => {
    const { tool, choices } = setUp();
    tool.chooseTrack(SONG);
    tool.setLevels({ musicGain: 0.5 });
    tool.setLevels({ duckDb: 12 });
    await tool.start();
    expect(choices[0]?.levels).toMatchObject({ videoGain: 1, musicGain: 0.5, duckDb: 12 });
  });

  test('is back at the choices after a cancel, and says what failed otherwise', async () => {
    for (const [code, kind] of [
      ['cancelled', 'choosing'],
      ['disk-full', 'failed'],
    ] as const) {
      const { tool } = setUp({ failure: new StudioError(code, code) });
      tool.chooseTrack(SONG);
      await tool.start();
      expect(tool.state.getState().work.kind).toBe(kind);
    }
  });

  test('keeps track and levels for the next video, and frees the room of the last', async () => {
    const { tool, discarded } = setUp();
    tool.chooseTrack(SONG);
    tool.setLevels({ musicGain: 0.5 });
    await tool.start();
    await tool.startOver();
    expect(discarded()).toBe(1);
    expect(tool.state.getState()).toMatchObject({ video: null, track: SONG, levels: { musicGain: 0.5 } });
  });
});
