import { proxy } from 'comlink';
import { StudioError } from '#core/errors.ts';
import type { HeardTranscript, SpeechProgress, SpeechRequest, SpeechWorker } from '#protocol/speech.ts';
import { WorkerClient } from './worker-client.ts';

/** How long a model stays in memory that nobody uses, in milliseconds. */
const IDLE_MS = 60_000;
/** No progress for this long means a loop without end, in milliseconds: a large model takes its time for one window. */
const SILENCE_MS = 180_000;

export interface TranscribeOptions {
  readonly onProgress: (progress: SpeechProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Writes down speech in a worker, which keeps its model for the next file and is ended for a cancel. */
export class SpeechClient {
  readonly #worker = new WorkerClient<SpeechWorker>({
    name: 'Writing down what is said',
    start: () => new Worker(new URL('../../workers/speech.ts', import.meta.url), { type: 'module', name: 'speech' }),
    idleMs: IDLE_MS,
  });

  /** @throws StudioError naming the file or the model; `cancelled`; `worker-crashed`. One call at a time. */
  async transcribe(request: SpeechRequest, { onProgress, signal }: TranscribeOptions): Promise<HeardTranscript> {
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
