import { proxy } from 'comlink';
import type {
  CaptionedDescription,
  CaptionedFrames,
  CaptionVideoRequest,
  CaptionVideoWorker,
} from '#protocol/caption-video.ts';
import type { ToolFile } from '#protocol/tool-file.ts';
import { makingSilence, readingSilence } from './tool-silence.ts';
import { WorkerClient } from './worker-client.ts';

const IDLE_MS = 5_000;
const DOING = 'Captioning';

export interface CaptionVideoOptions {
  /** How many pictures are done. */
  readonly onFrames: (frames: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Puts captions on videos off the page's thread. A cancel ends the worker: one video at a time. */
export class CaptionVideoClient {
  readonly #worker = new WorkerClient<CaptionVideoWorker>({
    name: DOING,
    start: () =>
      new Worker(new URL('../../workers/caption-video.ts', import.meta.url), { type: 'module', name: 'caption-video' }),
    idleMs: IDLE_MS,
  });

  /** @throws StudioError naming the file; `cancelled`; `worker-crashed`. */
  describe(file: ToolFile, signal?: AbortSignal): Promise<CaptionedDescription> {
    return this.#worker.call((remote) => remote.describe(file), { signal, silence: readingSilence(DOING, file.name) });
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
      { signal, silence: makingSilence(DOING, request.file.name) },
    );
  }
}
