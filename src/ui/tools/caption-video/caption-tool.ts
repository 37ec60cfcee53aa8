import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SpeechModelChoice } from '#app/studio/speech.ts';
import type { CaptionProgress, MadeVideo } from '#app/studio/tools.ts';
import type { Studio } from '#app/studio.ts';
import { cuesOf, WORD_CUES } from '#core/captions/cues.ts';
import { CAPTION_LOOKS, type CaptionLookName } from '#core/captions/looks.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import { withoutEnding } from '#core/text/file-name.ts';
import type { ModelChoice } from '../../state/captioning.ts';
import { CHOOSING, ToolRun, type ToolStep, type ToolWork, toolStep } from '../tool-work.ts';

/** Where captions come from: a model that hears what is said, or a file of them. */
export type CaptionOrigin = 'speech' | 'file';

export interface CaptionFile {
  readonly name: string;
  readonly cues: readonly Cue[];
}

export type CaptionPlaceName = 'burned' | 'track';

export type CaptionStep = 'loading' | 'listening' | CaptionProgress['step'];

export interface MadeCaptions {
  readonly video: MadeVideo;
  /** Captions alone. */
  readonly files: readonly File[];
}

export type CaptionWork = ToolWork<CaptionStep, MadeCaptions>;

export interface CaptionToolState {
  readonly video: File | null;
  readonly origin: CaptionOrigin;
  readonly model: ModelChoice;
  /** Kept while the other origin is chosen. */
  readonly captions: CaptionFile | null;
  readonly look: CaptionLookName;
  readonly place: CaptionPlaceName;
  readonly work: CaptionWork;
  /** Why the last choice was refused. */
  readonly refusal: string | null;
}

/** The tool "Caption a video". It goes on while another page is shown. */
export interface CaptionTool {
  readonly state: StoreApi<CaptionToolState>;
  chooseVideo(file: File): void;
  /** An SRT, WebVTT or ASS file; it becomes the origin. */
  chooseCaptions(file: File): Promise<void>;
  chooseModel(change: Partial<ModelChoice>): void;
  setOrigin(origin: CaptionOrigin): void;
  setLook(look: CaptionLookName): void;
  setPlace(place: CaptionPlaceName): void;
  /** @param model what the choice of a model comes to; null where there is none. */
  start(model: SpeechModelChoice | null): Promise<void>;
  cancel(): void;
  /** Back to the choices; what was made is gone. */
  startOver(): Promise<void>;
}

type OnStep = (step: ToolStep<CaptionStep>) => void;

const READING: CaptionProgress = { step: 'reading', done: 0, total: 0, etaSeconds: null };

export function createCaptionTool({ captioning, speech }: Pick<Studio, 'captioning' | 'speech'>): CaptionTool {
  const state = createStore<CaptionToolState>(() => ({
    video: null,
    origin: 'speech',
    model: { model: null, brought: null, allowed: null },
    captions: null,
    look: 'classic',
    place: 'burned',
    work: CHOOSING,
    refusal: null,
  }));
  const run = new ToolRun<CaptionStep, MadeCaptions>((work) => state.setState({ work }));

  async function hear(video: File, model: SpeechModelChoice, signal: AbortSignal, onStep: OnStep) {
    onStep({ name: 'loading', fraction: 0, etaSeconds: null });
    const heard = await speech.transcribe(video, {
      model,
      signal,
      onProgress: ({ stage, fraction }) => onStep({ name: stage, fraction, etaSeconds: null }),
    });
    const cues = heard.duration > 0 ? cuesOf(heard, WORD_CUES, heard.duration) : [];
    return { cues, language: heard.language };
  }

  async function make(
    video: File,
    source: CaptionFile | SpeechModelChoice,
    signal: AbortSignal,
    onStep: OnStep,
  ): Promise<MadeCaptions> {
    const { look, place } = state.getState();
    const { cues, language } = isCaptionFile(source)
      ? { cues: source.cues, language: 'und' }
      : await hear(video, source, signal, onStep);
    onStep(toolStep(READING));
    const made = await captioning.caption(video, {
      cues,
      place:
        place === 'burned'
          ? { kind: 'burned', styling: { look: CAPTION_LOOKS[look] } }
          : { kind: 'track', container: 'mkv', language },
      signal,
      onProgress: (progress) => onStep(toolStep(progress)),
    });
    return { video: made, files: await captionFiles(video.name, cues) };
  }

  return {
    state,
    chooseVideo: (video) => state.setState({ video, refusal: null }),
    async chooseCaptions(file) {
      try {
        const { readCaptionFile } = await import('#app/captions/caption-files.ts');
        const cues = await readCaptionFile(file);
        state.setState({ origin: 'file', captions: { name: file.name, cues }, refusal: null });
      } catch (thrown) {
        state.setState({ refusal: withName(file.name, toStudioError(thrown)) });
      }
    },
    chooseModel: (change) => state.setState(({ model }) => ({ model: { ...model, ...change } })),
    setOrigin: (origin) => state.setState({ origin, refusal: null }),
    setLook: (look) => state.setState({ look }),
    setPlace: (place) => state.setState({ place }),
    async start(model) {
      const { video, origin, captions } = state.getState();
      const source = origin === 'file' ? captions : model;
      if (!video || source === null) return;
      await run.start((signal, onStep) => make(video, source, signal, onStep));
    },
    cancel: () => run.cancel(),
    async startOver() {
      const { work } = state.getState();
      state.setState({ video: null, captions: null, work: CHOOSING, refusal: null });
      if (work.kind === 'done') await work.made.video.discard();
    },
  };
}

function isCaptionFile(source: CaptionFile | SpeechModelChoice): source is CaptionFile {
  return typeof source === 'object' && 'cues' in source;
}

async function captionFiles(video: string, cues: readonly Cue[]): Promise<File[]> {
  const [{ writeSrt }, { writeWebVtt }] = await Promise.all([
    import('#core/captions/srt.ts'),
    import('#core/captions/webvtt.ts'),
  ]);
  const stem = withoutEnding(video);
  return [
    new File([writeSrt(cues)], `${stem}.srt`, { type: 'application/x-subrip' }),
    new File([writeWebVtt(cues)], `${stem}.vtt`, { type: 'text/vtt' }),
  ];
}

/** What is wrong in a line of a file does not name the file. */
function withName(name: string, { message }: StudioError): string {
  return message.includes(name) ? message : `“${name}”: ${message}`;
}
