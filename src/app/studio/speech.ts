import type { SpeechDevice } from '#core/captions/speech-device.ts';
import type { SpokenWord, Transcript } from '#core/captions/transcript.ts';
import type { AssetId } from '#core/media/asset.ts';

/** Writes down what is said. */
export interface SpeechRecognition {
  /**
   * One file after the other, in the order in which they were asked for.
   * @param media an asset, or any file with sound.
   * @throws StudioError `not-found`, `file-damaged`, `file-unsupported` (the file or the model), `input-invalid` for a
   * language or task that the model does not know, `cancelled`, `worker-crashed`.
   */
  transcribe(media: AssetId | File, options: TranscribeOptions): Promise<HeardTranscript>;
  /**
   * The models that the app's own host lists. None where it has no list.
   * @throws StudioError `storage-failed` where the host does not answer.
   */
  models(): Promise<readonly SpeechModelOffer[]>;
}

/** A model that may be chosen. */
export interface SpeechModelOffer {
  readonly name: string;
  /** For people, such as `Whisper tiny`. */
  readonly title: string;
  /** What the first use loads. */
  readonly bytes: number;
  /** What it loads where a graphics card computes; null where there are no weights for one. */
  readonly gpuBytes: number | null;
  readonly languages: 'english' | 'many';
  /** Where its files lie if not with the app: the person is asked before that host is. */
  readonly elsewhere: ModelHost | null;
}

/** Another host that has a model's files. */
export interface ModelHost {
  /** Absolute, of the model's folder, ending in `/`. */
  readonly address: string;
  /** Of each file, in hex: nothing else is taken for it. */
  readonly sha256: Readonly<Record<string, string>>;
  /** True where every file is on this machine already. */
  readonly isKept: boolean;
}

export interface TranscribeOptions {
  readonly model: SpeechModelChoice;
  /** ISO 639-1; null, the default, lets the model hear it. */
  readonly language?: string | null;
  /** `translate` writes English whatever is spoken. */
  readonly task?: 'transcribe' | 'translate';
  readonly onProgress?: (progress: TranscribeProgress) => void;
  readonly signal?: AbortSignal;
}

/** Name of one of the app's own models, one of another host, or one that the person brings: transformers.js's layout. */
export type SpeechModelChoice = string | OwnModel | HostedModel | Omit<BroughtModel, 'bytes'>;

export interface OwnModel {
  readonly name: string;
  /** There are weights for the graphics card, which are loaded where there is one. */
  readonly gpuWeights: boolean;
}

export interface HostedModel extends Omit<ModelHost, 'isKept'> {
  readonly name: string;
}

/** A model from the person's own disk. */
export interface BroughtModel {
  readonly name: string;
  /** Paths are inside the model's folder, such as `onnx/encoder_model_quantized.onnx`. */
  readonly files: readonly { readonly path: string; readonly bytes: Blob }[];
  /** Of all its files. */
  readonly bytes: number;
}

export interface TranscribeProgress {
  readonly stage: 'loading' | 'listening';
  /** 0 to 1, of the stage. */
  readonly fraction: number;
  /** All words so far; the latest may still change. */
  readonly words: readonly SpokenWord[];
  /** What is being heard right now, behind those words. */
  readonly text: string;
}

export interface HeardTranscript extends Transcript {
  /** Length of the sound in seconds. */
  readonly duration: number;
  /** What computed. */
  readonly device: SpeechDevice;
  /** Why it was not the graphics card, where one was tried; else null. */
  readonly gpuProblem: string | null;
}
