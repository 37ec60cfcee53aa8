import { createStore, type StoreApi } from 'zustand/vanilla';
import { readCaptionFile } from '#app/captions/caption-files.ts';
import type { CaptionedVideo, CaptionProgress, SpeechModelChoice, Studio } from '#app/studio.ts';
import { cuesOf, WORD_CUES } from '#core/captions/cues.ts';
import { CAPTION_LOOKS, type CaptionLookName } from '#core/captions/looks.ts';
import { writeSrt } from '#core/captions/srt.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { writeWebVtt } from '#core/captions/webvtt.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { ModelChoice } from '../../state/captioning.ts';

/** Where captions come from: a model that hears what is said, or a file of them. */
export type CaptionOrigin = 'speech' | 'file';

export interface CaptionFile {
  readonly name: string;
  readonly cues: readonly Cue[];
}

export type CaptionPlaceName = 'burned' | 'track';

/** What is going on. */
export type CaptionWork =
  | { readonly kind: 'choosing' }
  /** `fraction`: 0 to 1, of the step. */
  | { readonly kind: 'hearing'; readonly step: 'loading' | 'listening'; readonly fraction: number }
  | { readonly kind: 'captioning'; readonly progress: CaptionProgress }
  | { readonly kind: 'done'; readonly made: CaptionedVideo; readonly files: readonly File[] }
  | { readonly kind: 'failed'; readonly error: StudioError };

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

const CHOOSING: CaptionWork = { kind: 'choosing' };
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
  let running: AbortController | null = null;
  const show = (work: CaptionWork) => state.setState({ work });

  async function hear(video: File, model: SpeechModelChoice, signal: AbortSignal) {
    show({ kind: 'hearing', step: 'loading', fraction: 0 });
    const heard = await speech.transcribe(video, {
      model,
      signal,
      onProgress: ({ stage, fraction }) => show({ kind: 'hearing', step: stage, fraction }),
    });
    const cues = heard.duration > 0 ? cuesOf(heard, WORD_CUES, heard.duration) : [];
    return { cues, language: heard.language };
  }

  async function make(video: File, source: CaptionFile | SpeechModelChoice, signal: AbortSignal): Promise<CaptionWork> {
    const { look, place } = state.getState();
    const { cues, language } = isCaptionFile(source)
      ? { cues: source.cues, language: 'und' }
      : await hear(video, source, signal);
    show({ kind: 'captioning', progress: READING });
    const made = await captioning.caption(video, {
      cues,
      place:
        place === 'burned'
          ? { kind: 'burned', styling: { look: CAPTION_LOOKS[look] } }
          : { kind: 'track', container: 'mkv', language },
      signal,
      onProgress: (progress) => show({ kind: 'captioning', progress }),
    });
    return { kind: 'done', made, files: captionFiles(video.name, cues) };
  }

  return {
    state,
    chooseVideo: (video) => state.setState({ video, refusal: null }),
    async chooseCaptions(file) {
      try {
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
      if (!video || source === null || running) return;
      running = new AbortController();
      try {
        show(await make(video, source, running.signal));
      } catch (thrown) {
        const error = toStudioError(thrown);
        show(error.code === 'cancelled' ? CHOOSING : { kind: 'failed', error });
      } finally {
        running = null;
      }
    },
    cancel: () => running?.abort(),
    async startOver() {
      const { work } = state.getState();
      state.setState({ video: null, captions: null, work: CHOOSING, refusal: null });
      if (work.kind === 'done') await work.made.discard();
    },
  };
}

function isCaptionFile(source: CaptionFile | SpeechModelChoice): source is CaptionFile {
  return typeof source === 'object' && 'cues' in source;
}

function captionFiles(video: string, cues: readonly Cue[]): File[] {
  const stem = video.replace(/(?<=.)\.[^.]*$/, '');
  return [
    new File([writeSrt(cues)], `${stem}.srt`, { type: 'application/x-subrip' }),
    new File([writeWebVtt(cues)], `${stem}.vtt`, { type: 'text/vtt' }),
  ];
}

/** What is wrong in a line of a file does not name the file. */
function withName(name: string, { message }: StudioError): string {
  return message.includes(name) ? message : `“${name}”: ${message}`;
}
