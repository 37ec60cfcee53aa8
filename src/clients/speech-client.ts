import { proxy } from 'comlink';
import type { SpeechDevice } from '#core/captions/speech-device.ts';
import { type ErrorCode, StudioError } from '#core/errors.ts';
import type { HeardTranscript, SpeechProgress, SpeechRequest, SpeechWorker } from '#protocol/speech.ts';
import { hasGraphicsCard } from './graphics-card.ts';
import { WorkerClient } from './worker-client.ts';

/** How long a model stays in memory that nobody uses, in milliseconds. */
const IDLE_MS = 60_000;
/** No progress for this long means a loop without end, in milliseconds: a large model takes its time for one window. */
const SILENCE_MS = 180_000;
/** What a graphics card may have done; the same file may still be heard by the processor. */
const FAULTS_OF_CARD: readonly ErrorCode[] = ['gpu-failed', 'worker-crashed', 'render-stalled', 'out-of-memory'];

export interface TranscribeOptions {
  readonly onProgress: (progress: SpeechProgress) => void;
  readonly signal?: AbortSignal | undefined;
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
  async transcribe(request: Omit<SpeechRequest, 'device'>, options: TranscribeOptions): Promise<HeardSpeech> {
    const tryCard = request.model.gpuWeights && this.#gpuProblem === null && (await hasGraphicsCard());
    if (tryCard) {
      try {
        return { ...(await this.#hear({ ...request, device: 'webgpu' }, options)), device: 'webgpu', gpuProblem: null };
      } catch (thrown) {
        if (!(thrown instanceof StudioError) || !FAULTS_OF_CARD.includes(thrown.code)) throw thrown;
        this.#gpuProblem = thrown.message;
      }
    }
    const gpuProblem = request.model.gpuWeights ? this.#gpuProblem : null;
    return { ...(await this.#hear({ ...request, device: 'wasm' }, options)), device: 'wasm', gpuProblem };
  }

  async #hear(request: SpeechRequest, { onProgress, signal }: TranscribeOptions): Promise<HeardTranscript> {
    if (this.#device !== request.device) this.#worker.stop();
    this.#device = request.device;
    return await this.#worker.call(
      (remote, alive) =>
        remote.transcribe(
          request,
          proxy((progress: SpeechProgress) => {
            alive();
            onProgress(progress);
          }),
        ),
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
