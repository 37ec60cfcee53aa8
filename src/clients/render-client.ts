import { proxy } from 'comlink';
import { StudioError } from '#core/errors.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { PartIndex, RenderPart } from '#core/render/render-part.ts';
import type { Segment } from '#core/render/segments.ts';
import type { OutputReport } from '#core/verify/output-report.ts';
import type {
  AssembledVideo,
  AssembleRequest,
  CoverRequest,
  OutputPaths,
  PartPackets,
  RenderRequest,
  RenderWorker,
} from '#protocol/render.ts';
import { type Alive, type CallOptions, WorkerClient } from './worker-client.ts';

/** The browser's capabilities are asked for once, and a pool stops its workers itself. */
const IDLE_MS = 5_000;
/** A worker that has begun and makes no progress for so long hangs, in milliseconds. */
const SILENCE_MS = 10_000;
/** Before it begins, it loads its code, fonts and clips. */
const SILENCE_AT_START_MS = 60_000;

/** A worker that renders. One call at a time; cancelling one ends the worker. */
export class RenderClient {
  readonly #worker = new WorkerClient<RenderWorker>({
    name: 'The render',
    start: () => new Worker(new URL('../../workers/render.ts', import.meta.url), { type: 'module', name: 'render' }),
    idleMs: IDLE_MS,
  });

  probe(): Promise<RenderCapabilities> {
    return this.#worker.call((remote) => remote.probe(), { silence: SILENCE });
  }

  renderSegments(request: RenderRequest, host: SegmentsHost, signal: AbortSignal): Promise<void> {
    return this.#worker.call(
      (remote, alive) =>
        remote.renderSegments(request, proxy(host.claim), proxy(host.onPart), telling(alive, host.onFrames)),
      watched(signal),
    );
  }

  encodeSound(request: RenderRequest, signal: AbortSignal): Promise<PartPackets> {
    return this.#worker.call((remote, alive) => remote.encodeSound(request, telling(alive)), watched(signal));
  }

  intactParts(folder: string, parts: readonly RenderPart[], signal: AbortSignal): Promise<PartIndex[]> {
    return this.#worker.call((remote) => remote.intactParts(folder, parts), watched(signal));
  }

  assemble(request: AssembleRequest, onPictures: (done: number) => void, signal: AbortSignal): Promise<AssembledVideo> {
    return this.#worker.call((remote, alive) => remote.assemble(request, telling(alive, onPictures)), watched(signal));
  }

  check(
    request: RenderRequest,
    paths: OutputPaths,
    onFrames: (done: number) => void,
    signal: AbortSignal,
  ): Promise<OutputReport> {
    return this.#worker.call(
      (remote, alive) => remote.check(request, paths, telling(alive, onFrames)),
      watched(signal),
    );
  }

  putCover(request: CoverRequest): Promise<AssembledVideo> {
    return this.#worker.call((remote, alive) => remote.putCover(request, telling(alive)), { silence: SILENCE });
  }

  stop(): void {
    this.#worker.stop();
  }
}

/** Where a worker gets its segments, and where it brings them. */
export interface SegmentsHost {
  readonly claim: () => Promise<Segment | null>;
  readonly onPart: (index: PartIndex, packets: PartPackets) => Promise<void>;
  readonly onFrames: (frames: number) => void;
}

const SILENCE = {
  milliseconds: SILENCE_MS,
  untilFirst: SILENCE_AT_START_MS,
  error: (milliseconds: number) =>
    new StudioError('render-stalled', `The render made no progress for ${milliseconds / 1000} seconds and was ended.`, {
      rule: `progress within ${milliseconds / 1000} seconds`,
    }),
};

function watched(signal: AbortSignal): CallOptions {
  return { signal, silence: SILENCE };
}

/** What the worker reports is also a sign of life. */
function telling(alive: Alive, receive: (count: number) => void = () => {}): (count: number) => void {
  return proxy((count: number) => {
    alive();
    receive(count);
  });
}
