import { proxy } from 'comlink';
import type { SpeechDevice } from '#core/captions/speech-device.ts';
import { type ErrorCode, StudioError } from '#core/errors.ts';
import type { HeardTranscript, ModelFileBytes, SpeechProgress, SpeechRequest, SpeechWorker } from '#protocol/speech.ts';
import { hasGraphicsCard } from './graphics-card.ts';
import { WorkerClient } from './worker-client.ts';

/** How long a model stays in memory that nobody uses, in milliseconds. */
const IDLE_MS = 60_000;
/** No progress for this long means a loop without end, in milliseconds: a large model takes its time for one window. */
const SILENCE_MS = 180_000;
/** What a graphics card may have done; the same file may still be heard by the processor. */
const FAULTS_OF_CARD: readonly ErrorCode[] = ['gpu-failed', 'worker-crashed', 'render-stalled', 'out-of-memory'];

/** A model, and how its files are had. */
export interface ModelSource {
  readonly name: string;
  /** The same for the same files. */
  readonly key: string;
  /** There are weights for the graphics card. */
  readonly gpuWeights: boolean;
  /**
   * Called where the worker does not hold the model.
   * @param onProgress 0 to 1.
   */
  files(
    device: SpeechDevice,
    onProgress: (fraction: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<readonly ModelFileBytes[]>;
}

export interface SpeechTask extends Omit<SpeechRequest, 'device' | 'model'> {
  readonly model: ModelSource;
}

export interface TranscribeOptions {
  readonly onProgress: (progress: StagedProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The model's files come first, which may take minutes. */
export interface StagedProgress extends SpeechProgress {
  readonly stage: 'loading' | 'listening';
}

/** What was heard, and how. */
export interface HeardSpeech extends HeardTranscript {
  readonly device: SpeechDevice;
  /** Why it was not the graphics card, where one was tried; else null. */
  readonly gpuProblem: string | null;
}

/**
 * Writes down speech in a worker, which keeps its model for the next file and is ended for a cancel. The graphics card
 * computes where there is one and the model has weights for it; once it has failed, the processor does, until the page
 * is loaded again.
 */
export class SpeechClient {
  readonly #worker = new WorkerClient<SpeechWorker>({
    name: 'Writing down what is said',
    start: () => new Worker(new URL('../../workers/speech.ts', import.meta.url), { type: 'module', name: 'speech' }),
    idleMs: IDLE_MS,
  });
  /** Of the worker that runs: it has one for all its life. */
  #device: SpeechDevice | null = null;
  #gpuProblem: string | null = null;

  /** @throws StudioError naming the file or the model; `cancelled`; `worker-crashed`. One call at a time. */
  async transcribe(task: SpeechTask, options: TranscribeOptions): Promise<HeardSpeech> {
    const tryCard = task.model.gpuWeights && this.#gpuProblem === null && (await hasGraphicsCard());
    if (tryCard) {
      try {
        return { ...(await this.#hear(task, 'webgpu', options)), device: 'webgpu', gpuProblem: null };
      } catch (thrown) {
        if (!(thrown instanceof StudioError) || !FAULTS_OF_CARD.includes(thrown.code)) throw thrown;
        this.#gpuProblem = thrown.message;
      }
    }
    const gpuProblem = task.model.gpuWeights ? this.#gpuProblem : null;
    return { ...(await this.#hear(task, 'wasm', options)), device: 'wasm', gpuProblem };
  }

  async #hear(
    { model, ...request }: SpeechTask,
    device: SpeechDevice,
    { onProgress, signal }: TranscribeOptions,
  ): Promise<HeardTranscript> {
    if (this.#device !== device) this.#worker.stop();
    this.#device = device;
    return await this.#worker.call(
      async (remote, alive) => {
        const { key, name } = model;
        const onLoading = (fraction: number) => {
          alive();
          onProgress({ stage: 'loading', fraction, words: [], text: '' });
        };
        const files = (await remote.holds(key)) ? [] : await model.files(device, onLoading, signal);
        return await remote.transcribe(
          { ...request, model: { key, name, files }, device },
          proxy((progress: SpeechProgress) => {
            alive();
            onProgress({ stage: 'listening', ...progress });
          }),
        );
      },
      { signal, silence: { milliseconds: SILENCE_MS, error: () => hangingSpeech(request.media.name) } },
    );
  }
}

function hangingSpeech(file: string): StudioError {
  const limit = SILENCE_MS / 1000;
  return new StudioError(
    'render-stalled',
    `Writing down what is said in “${file}” made no progress for ${limit} seconds, so it was given up. Try again with a smaller model.`,
    { file, rule: `progress within ${limit} seconds`, value: limit },
  );
}
