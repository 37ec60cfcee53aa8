import { proxy } from 'comlink';
import type {
  BackgroundMusicRequest,
  BackgroundMusicWorker,
  MusicVideo,
  MusicVideoDescription,
  MusicWork,
} from '#protocol/background-music.ts';
import type { ToolFile } from '#protocol/tool-file.ts';
import { makingSilence, readingSilence } from './tool-silence.ts';
import { WorkerClient } from './worker-client.ts';

const IDLE_MS = 5_000;
const DOING = 'Putting music under';

export interface BackgroundMusicOptions {
  readonly onProgress: (progress: MusicWork) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Puts music under videos off the page's thread. A cancel ends the worker: one video at a time. */
export class BackgroundMusicClient {
  readonly #worker = new WorkerClient<BackgroundMusicWorker>({
    name: 'The music tool',
    start: () =>
      new Worker(new URL('../../workers/background-music.ts', import.meta.url), {
        type: 'module',
        name: 'background-music',
      }),
    idleMs: IDLE_MS,
  });

  /** @throws StudioError naming the file; `cancelled`; `worker-crashed`. */
  describe(file: ToolFile, signal?: AbortSignal): Promise<MusicVideoDescription> {
    return this.#worker.call((remote) => remote.describe(file), { signal, silence: readingSilence(DOING, file.name) });
  }

  /** @throws as `describe`; `encoder-failed`, `disk-full`. */
  addMusic(request: BackgroundMusicRequest, { onProgress, signal }: BackgroundMusicOptions): Promise<MusicVideo> {
    return this.#worker.call(
      (remote, alive) =>
        remote.addMusic(
          request,
          proxy((progress: MusicWork) => {
            alive();
            onProgress(progress);
          }),
        ),
      { signal, silence: makingSilence(DOING, request.file.name) },
    );
  }
}
