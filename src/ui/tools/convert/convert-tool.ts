import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConversionProgress, ConvertedFile } from '#app/studio/conversion.ts';
import type { Studio } from '#app/studio.ts';
import { DEFAULT_ANIMATION } from '#core/convert/animation.ts';
import type {
  AnimationConversion,
  Conversion,
  ConversionTarget,
  ConvertibleFile,
  VideoSize,
} from '#core/convert/conversion.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { CHOOSING, ToolRun, type ToolWork, toolStep } from '../tool-work.ts';

export type ConvertStep = ConversionProgress['step'];
export type AnimationChoice = Omit<AnimationConversion, 'to'>;

/** A file that was chosen, or an asset of the library. */
export interface ChosenMedia {
  readonly name: string;
  readonly given: AssetId | File;
}

export interface ConvertToolState {
  readonly media: ChosenMedia | null;
  /** Null until it has been looked at. */
  readonly described: ConvertibleFile | null;
  /** Why the chosen file cannot be read. */
  readonly refusal: StudioError | null;
  readonly to: ConversionTarget;
  readonly size: VideoSize;
  readonly animation: AnimationChoice;
  readonly work: ToolWork<ConvertStep, ConvertedFile>;
}

/** The tool "Convert a file". It goes on while another page is shown. */
export interface ConvertTool {
  readonly state: StoreApi<ConvertToolState>;
  /** Resolves when it is known what can be made of it. */
  choose(media: ChosenMedia): Promise<void>;
  set(change: Partial<Pick<ConvertToolState, 'to' | 'size'>>): void;
  setAnimation(change: Partial<AnimationChoice>): void;
  start(): Promise<void>;
  cancel(): void;
  /** Back to the choices, with the same kind of file; what was made is gone. */
  startOver(): Promise<void>;
}

export function createConvertTool({ conversion }: Pick<Studio, 'conversion'>): ConvertTool {
  const state = createStore<ConvertToolState>(() => ({
    media: null,
    described: null,
    refusal: null,
    to: 'mp4',
    size: '1080p',
    animation: DEFAULT_ANIMATION,
    work: CHOOSING,
  }));
  const run = new ToolRun<ConvertStep, ConvertedFile>((work) => state.setState({ work }));
  return {
    state,
    async choose(media) {
      state.setState({ media, described: null, refusal: null });
      const isShown = () => state.getState().media === media;
      try {
        const described = await conversion.describe(media.given);
        if (isShown()) state.setState((current) => fitting(current, described));
      } catch (thrown) {
        if (isShown()) state.setState({ refusal: toStudioError(thrown) });
      }
    },
    set: (change) => state.setState(change),
    setAnimation: (change) => state.setState(({ animation }) => ({ animation: { ...animation, ...change } })),
    async start() {
      const { media } = state.getState();
      if (!media) return;
      const wanted = conversionOf(state.getState());
      await run.start((signal, onStep) =>
        conversion.convert(media.given, {
          conversion: wanted,
          signal,
          onProgress: (progress) => onStep(toolStep(progress)),
        }),
      );
    },
    cancel: () => run.cancel(),
    async startOver() {
      const { work } = state.getState();
      state.setState({ media: null, described: null, refusal: null, work: CHOOSING });
      if (work.kind === 'done') await work.made.discard();
    },
  };
}

export function conversionOf({ to, size, animation }: Pick<ConvertToolState, 'to' | 'size' | 'animation'>): Conversion {
  switch (to) {
    case 'mp4':
    case 'webm':
      return { to, size };
    case 'gif':
    case 'webp':
      return { to, ...animation };
    case 'mp3':
    case 'wav':
      return { to };
  }
}

/** Of a sound only sound can be made, and a part lies in its video. */
function fitting({ to, animation }: ConvertToolState, described: ConvertibleFile): Partial<ConvertToolState> {
  const { pictures } = described;
  if (!pictures) return { described, to: to === 'wav' ? to : 'mp3' };
  const seconds = Math.min(DEFAULT_ANIMATION.seconds, tenths(pictures.durationSeconds));
  return { described, animation: { ...animation, startSeconds: 0, seconds } };
}

/** Rounded up: a part that goes on behind the end of its video stops there. */
function tenths(seconds: number): number {
  return Math.ceil(seconds * 10) / 10;
}
