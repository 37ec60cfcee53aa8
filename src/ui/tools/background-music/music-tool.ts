import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MadeVideo, MusicProgress } from '#app/studio/tools.ts';
import type { Studio } from '#app/studio.ts';
import { DEFAULT_MUSIC_LEVELS, type MusicLevels } from '#core/audio/music-plan.ts';
import { CHOOSING, ToolRun, type ToolWork, toolStep } from '../tool-work.ts';

export type MusicStep = MusicProgress['step'];

export interface MusicToolState {
  readonly video: File | null;
  readonly track: File | null;
  readonly levels: MusicLevels;
  readonly work: ToolWork<MusicStep, MadeVideo>;
}

/** The tool "Background music". It goes on while another page is shown. */
export interface MusicTool {
  readonly state: StoreApi<MusicToolState>;
  chooseVideo(file: File): void;
  chooseTrack(file: File): void;
  setLevels(change: Partial<MusicLevels>): void;
  start(): Promise<void>;
  cancel(): void;
  /** Back to the choices, with the same track and levels; what was made is gone. */
  startOver(): Promise<void>;
}

export function createMusicTool({ backgroundMusic }: Pick<Studio, 'backgroundMusic'>): MusicTool {
  const state = createStore<MusicToolState>(() => ({
    video: null,
    track: null,
    levels: DEFAULT_MUSIC_LEVELS,
    work: CHOOSING,
  }));
  const run = new ToolRun<MusicStep, MadeVideo>((work) => state.setState({ work }));
  return {
    state,
    chooseVideo: (video) => state.setState({ video }),
    chooseTrack: (track) => state.setState({ track }),
    setLevels: (change) => state.setState(({ levels }) => ({ levels: { ...levels, ...change } })),
    async start() {
      const { video, track, levels } = state.getState();
      if (!video || !track) return;
      await run.start((signal, onStep) =>
        backgroundMusic.add(video, track, { levels, signal, onProgress: (progress) => onStep(toolStep(progress)) }),
      );
    },
    cancel: () => run.cancel(),
    async startOver() {
      const { work } = state.getState();
      state.setState({ video: null, work: CHOOSING });
      if (work.kind === 'done') await work.made.discard();
    },
  };
}
