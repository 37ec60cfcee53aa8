import type { SpeechDevice } from '#core/captions/speech-device.ts';
import type { SpokenWord, Transcript } from '#core/captions/transcript.ts';

/**
 * What the speech worker answers to. It keeps the latest model loaded; ending it gives the model's memory back, and is
 * how a call is cancelled. One worker computes on one device, that of its first call.
 */
export interface SpeechWorker {
  transcribe(request: SpeechRequest, onProgress: (progress: SpeechProgress) => void): Promise<HeardTranscript>;
}

export interface SpeechRequest {
  readonly media: SpeechMedia;
  readonly model: SpeechModel;
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

/** Where a model's files are, in the layout of transformers.js. Nothing is loaded from anywhere else. */
export type SpeechModel = SpeechModelFiles & {
  /** There are weights for the graphics card. */
  readonly gpuWeights: boolean;
};

type SpeechModelFiles =
  | {
      readonly kind: 'address';
      readonly name: string;
      /** Absolute, of the folder, ending in `/`. Its files are kept on this machine. */
      readonly address: string;
      /** Of each file, in hex; empty where the host is trusted. */
      readonly sha256: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'files';
      readonly name: string;
      readonly files: readonly ModelFileBytes[];
    };

export interface ModelFileBytes {
  /** Inside the model's folder, such as `onnx/encoder_model_quantized.onnx`. */
  readonly path: string;
  readonly bytes: Blob;
}

export interface SpeechProgress {
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
}
