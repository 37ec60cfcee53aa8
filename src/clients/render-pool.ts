import type { PoolTuner } from '#core/render/pool-tuner.ts';
import type { RenderPart } from '#core/render/render-part.ts';
import { chooseSegment, type Segment } from '#core/render/segments.ts';
import type { PartPackets, RenderRequest } from '#protocol/render.ts';
import { RenderClient } from './render-client.ts';
import { WorkGroup } from './work-group.ts';

/** What is still to be rendered of one video. */
export interface OpenParts {
  readonly segments: readonly Segment[];
  readonly sound: boolean;
}

export interface PartReceiver {
  /** A part is on disk. Its worker waits for the answer. */
  readonly onPart: (index: RenderPart['index'], packets: PartPackets) => Promise<void>;
  /** So many frames more are done. */
  readonly onFrames: (frames: number) => void;
}

/**
 * The workers of one render: as many for its pictures as are worth it, one beside them for its sound. Whoever makes it
 * stops it, which ends all workers and gives their memory back.
 */
export class RenderPool {
  /** Draws pictures with the others, and does what comes before and after them. */
  readonly first = new RenderClient();
  readonly #others: RenderClient[] = [];

  constructor(private readonly tuner: PoolTuner) {}

  /** Renders what is open. The first error ends everything. */
  async render(request: RenderRequest, open: OpenParts, receiver: PartReceiver, signal: AbortSignal): Promise<void> {
    const group = new WorkGroup(signal);
    if (open.sound) group.add((ended) => this.#encodeSound(request, receiver, ended));
    const claims = new SegmentClaims(open.segments);
    let started = 0;
    const grow = () => {
      while (started < Math.min(this.tuner.size, open.segments.length) && claims.left > 0) draw(started++);
    };
    const draw = (worker: number) => {
      const host = {
        // One more than is worth it ends with its segment.
        claim: async () => (worker < this.tuner.size ? claims.next(worker) : null),
        onPart: receiver.onPart,
        onFrames: (frames: number) => {
          receiver.onFrames(frames);
          this.tuner.note(worker, frames, performance.now());
          grow();
        },
      };
      const client = worker === 0 ? this.first : this.#another();
      group.add(async (ended) => {
        await client.renderSegments(request, host, ended);
        if (client !== this.first) client.stop();
      });
    };
    grow();
    await group.finish();
  }

  stop(): void {
    for (const client of [this.first, ...this.#others]) client.stop();
  }

  #another(): RenderClient {
    const client = new RenderClient();
    this.#others.push(client);
    return client;
  }

  async #encodeSound(request: RenderRequest, { onPart }: PartReceiver, signal: AbortSignal): Promise<void> {
    const client = this.#another();
    const packets = await client.encodeSound(request, signal);
    client.stop();
    await onPart('sound', packets);
  }
}

/** Who renders which segment. */
class SegmentClaims {
  readonly #segments: ReadonlyMap<number, Segment>;
  #open: readonly number[];
  readonly #taken = new Map<number, number>();

  constructor(segments: readonly Segment[]) {
    this.#segments = new Map(segments.map((segment) => [segment.index, segment]));
    this.#open = segments.map(({ index }) => index);
  }

  get left(): number {
    return this.#open.length;
  }

  /** The next one for a worker, who is done with the one before. */
  next(worker: number): Segment | null {
    const last = this.#taken.get(worker) ?? null;
    this.#taken.delete(worker);
    const index = chooseSegment(this.#open, last, [...this.#taken.values()]);
    if (index === null) return null;
    this.#open = this.#open.filter((other) => other !== index);
    this.#taken.set(worker, index);
    return this.#segments.get(index) ?? null;
  }
}
