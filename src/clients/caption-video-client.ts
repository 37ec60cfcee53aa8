import { proxy } from 'comlink';
import { StudioError } from '#core/errors.ts';
import type {
  CaptionedDescription,
  CaptionedFile,
  CaptionedFrames,
  CaptionVideoRequest,
  CaptionVideoWorker,
} from '#protocol/caption-video.ts';
import { WorkerClient } from './worker-client.ts';

const IDLE_MS = 5_000;
/** Between two groups of pictures. */
const SILENCE_MS = 30_000;
/** Until the first: the index of a long Matroska film is spread over the file. */
const OPENING_MS = 120_000;

export interface CaptionVideoOptions {
  /** How many pictures are done. */
  readonly onFrames: (frames: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Puts captions on videos off the page's thread. A cancel ends the worker: one video at a time. */
export class CaptionVideoClient {
  readonly #worker = new WorkerClient<CaptionVideoWorker>({
    name: 'Captioning',
    start: () =>
      new Worker(new URL('../../workers/caption-video.ts', import.meta.url), { type: 'module', name: 'caption-video' }),
    idleMs: IDLE_MS,
  });

  /** @throws StudioError naming the file; `cancelled`; `worker-crashed`. */
  describe(file: CaptionedFile, signal?: AbortSignal): Promise<CaptionedDescription> {
    const silence = { milliseconds: OPENING_MS, error: (limit: number) => hanging(file.name, limit) };
    return this.#worker.call((remote) => remote.describe(file), { signal, silence });
  }

  /** @throws as `describe`; `encoder-failed`, `decoder-failed`, `disk-full`. */
  caption(request: CaptionVideoRequest, { onFrames, signal }: CaptionVideoOptions): Promise<CaptionedFrames> {
    return this.#worker.call(
      (remote, alive) =>
        remote.caption(
          request,
          proxy((frames: number) => {
            alive();
            onFrames(frames);
          }),
        ),
      {
        signal,
        silence: {
          milliseconds: SILENCE_MS,
          untilFirst: OPENING_MS,
          error: (limit) => hanging(request.file.name, limit),
        },
      },
    );
  }
}

function hanging(file: string, milliseconds: number): StudioError {
  const limit = milliseconds / 1000;
  return new StudioError(
    'render-stalled',
    `Captioning “${file}” made no progress for ${limit} seconds, so it was given up. Close other tabs that use video and try again.`,
    { file, rule: `progress within ${limit} seconds`, value: limit },
  );
}
