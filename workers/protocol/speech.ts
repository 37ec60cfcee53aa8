import type { SpeechDevice } from '#core/captions/speech-device.ts';
import type { SpokenWord, Transcript } from '#core/captions/transcript.ts';

/**
 * What the speech worker answers to. It keeps the latest model loaded; ending it gives the model's memory back, and is
 * how a call is cancelled. One worker computes on one device, that of its first call.
 */
export interface SpeechWorker {
  /** True where the model that is loaded is this one: its files are then not needed again. */
  holds(model: string): Promise<boolean>;
  transcribe(request: SpeechRequest, onProgress: (progress: SpeechProgress) => void): Promise<HeardTranscript>;
}

export interface SpeechRequest {
  readonly media: SpeechMedia;
  readonly model: LoadedModel;
  /** `webgpu` only for a model with weights for it; what goes wrong there is `gpu-failed`. */
  readonly device: SpeechDevice;
  /** ISO 639-1; null lets the model hear it. */
  readonly language: string | null;
  /** `translate` writes English whatever is spoken. */
  readonly task: SpeechTask;
}

export type SpeechTask = 'transcribe' | 'translate';

export interface SpeechMedia {
  /** For error messages. */
  readonly name: string;
  /** Backed by disk: passing it copies nothing. */
  readonly bytes: Blob;
}

/** A model in the layout of transformers.js. The worker loads nothing from anywhere itself. */
export interface LoadedModel {
  /** The same for the same files. */
  readonly key: string;
  /** For error messages. */
  readonly name: string;
  /** Those that the device needs; none where the worker holds the model. */
  readonly files: readonly ModelFileBytes[];
}

export interface ModelFileBytes {
  /** Inside the model's folder, such as `onnx/encoder_model_quantized.onnx`. */
  readonly path: string;
  /** Backed by disk or the browser's cache. */
  readonly bytes: Blob;
}

export interface SpeechProgress {
  /** 0 to 1. */
  readonly fraction: number;
  /** All words so far; the latest may still change. */
  readonly words: readonly SpokenWord[];
  /** What is being heard right now, behind those words. */
  readonly text: string;
}

export interface HeardTranscript extends Transcript {
  /** Length of the sound in seconds. */
  readonly duration: number;
}
