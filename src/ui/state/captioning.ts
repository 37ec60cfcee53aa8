import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CueLength, hearCaptions } from '#app/captions/hear-captions.ts';
import type { BroughtModel, SpeechModelChoice, SpeechRecognition, TranscribeProgress } from '#app/studio/speech.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { changeCues } from '#core/project/edit-captions.ts';
import { t } from '../words/words.ts';
import { announce } from './announcements.ts';
import type { ProjectHistory } from './project-history.ts';

/** Captions being written from a project's sound. It goes on while its panel is closed. */
export interface Captioning {
  readonly state: StoreApi<CaptioningState>;
  choose(change: Partial<CaptioningChoice>): void;
  /** Writes down what is said in a sound of the project, in place of the captions that it has. One at a time. */
  start(sound: CaptionedSound, model: SpeechModelChoice): Promise<void>;
  /** What was heard so far is dropped. */
  cancel(): void;
  dismiss(): void;
}

export interface CaptionedSound {
  readonly assetId: AssetId;
  readonly name: string;
}

export interface CaptioningState {
  readonly choice: CaptioningChoice;
  readonly run: CaptioningRun | null;
  /** How the last run ended, until it is dismissed or another begins. */
  readonly outcome: CaptioningOutcome | null;
}

/** Which model listens. */
export interface ModelChoice {
  /** Name of one of the app's own models; null takes the first, or the one from disk. */
  readonly model: string | null;
  /** From the person's disk. */
  readonly brought: BroughtModel | null;
  /** Name of a model that the person allowed to be loaded from another host. */
  readonly allowed: string | null;
}

/** What the person chose, for this session. */
export interface CaptioningChoice extends ModelChoice {
  /** Null takes the first. */
  readonly sound: AssetId | null;
  /** ISO 639-1; null lets the model hear it. */
  readonly language: string | null;
  readonly translate: boolean;
  readonly length: CueLength;
}

export interface CaptioningRun {
  readonly sound: CaptionedSound;
  readonly stage: TranscribeProgress['stage'];
  /** 0 to 1, of the stage. */
  readonly fraction: number;
  /** The latest words. */
  readonly text: string;
}

export type CaptioningOutcome =
  | { readonly kind: 'silent'; readonly sound: CaptionedSound }
  | { readonly kind: 'failed'; readonly sound: CaptionedSound; readonly error: StudioError };

const FIRST_CHOICE: CaptioningChoice = {
  sound: null,
  model: null,
  brought: null,
  allowed: null,
  language: null,
  translate: false,
  length: 'words',
};

/** How many of the latest words are shown while more come. */
const SHOWN_WORDS = 24;

export function createCaptioning(speech: Pick<SpeechRecognition, 'transcribe'>, history: ProjectHistory): Captioning {
  const state = createStore<CaptioningState>(() => ({ choice: FIRST_CHOICE, run: null, outcome: null }));
  let canceller: AbortController | null = null;

  async function run(sound: CaptionedSound, model: SpeechModelChoice, signal: AbortSignal): Promise<void> {
    const projectId = history.current.getState().project.id;
    const { language, translate, length } = state.getState().choice;
    const cues = await hearCaptions(speech, sound.assetId, length, {
      model,
      language,
      task: translate ? 'translate' : 'transcribe',
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) state.setState({ run: shown(sound, progress) });
      },
    });
    signal.throwIfAborted();
    if (cues.length === 0) {
      state.setState({ outcome: { kind: 'silent', sound } });
      announce(t`Nothing is said in ${sound.name}`);
      return;
    }
    if (history.current.getState().project.id !== projectId) return;
    history.edit((project) => changeCues(project, sound.assetId, () => cues));
    announce(cues.length === 1 ? t`1 caption written` : t`${cues.length} captions written`);
  }

  return {
    state,
    choose: (change) => state.setState(({ choice }) => ({ choice: { ...choice, ...change } })),
    async start(sound, model) {
      if (canceller) return;
      const control = new AbortController();
      canceller = control;
      state.setState({ run: { sound, stage: 'loading', fraction: 0, text: '' }, outcome: null });
      announce(t`Writing captions for ${sound.name}`);
      try {
        await run(sound, model, control.signal);
      } catch (thrown) {
        const error = toStudioError(thrown);
        if (!control.signal.aborted) state.setState({ outcome: { kind: 'failed', sound, error } });
      } finally {
        if (canceller === control) {
          canceller = null;
          state.setState({ run: null });
        }
      }
    },
    cancel() {
      if (!canceller) return;
      canceller.abort();
      // The worker is ended in its own time: the person need not wait for it.
      canceller = null;
      state.setState({ run: null });
      announce(t`Writing captions cancelled`);
    },
    dismiss: () => state.setState({ outcome: null }),
  };
}

function shown(sound: CaptionedSound, { stage, fraction, words, text }: TranscribeProgress): CaptioningRun {
  const latest = words.slice(-SHOWN_WORDS).map((word) => word.text);
  return { sound, stage, fraction, text: [...latest, text].join(' ').trim() };
}
