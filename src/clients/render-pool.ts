import type { RenderPart } from '#core/render/render-part.ts';
import { chooseSegment, type Segment } from '#core/render/segments.ts';
import type { PartPackets, RenderRequest } from '#protocol/render.ts';
import { RenderClient, type SegmentsHost } from './render-client.ts';

/** What is still to be rendered of one video. */
export interface OpenParts {
  readonly segments: readonly Segment[];
  readonly sound: boolean;
}

export type PartReceiver = (index: RenderPart['index'], packets: PartPackets) => Promise<void>;

/**
 * The workers of one render: some for its pictures, one beside them for its sound. Whoever makes it stops it, which
 * ends all workers and gives their memory back.
 */
export class RenderPool {
  /** Of the workers for pictures. What is not pictures runs in the first one. */
  readonly first = new RenderClient();
  readonly #others: readonly RenderClient[];
  readonly #sound = new RenderClient();

  /** @param size workers for pictures, at least 1. */
  constructor(size: number) {
    this.#others = Array.from({ length: size - 1 }, () => new RenderClient());
  }

  /**
   * Renders what is open. The first error ends everything.
   * @param onPart called when a part is on disk, and awaited before its worker goes on.
   */
  async render(
    request: RenderRequest,
    open: OpenParts,
    onPart: PartReceiver,
    onFrames: (frames: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const failed = new AbortController();
    const ended = AbortSignal.any([signal, failed.signal]);
    const claims = new SegmentClaims(open.segments);
    const pictures = [this.first, ...this.#others].slice(0, open.segments.length);
    const works = pictures.map((client) =>
      client.renderSegments(request, { ...claims.forOneWorker(), onPart, onFrames }, ended),
    );
    if (open.sound) works.push(this.#encodeSound(request, onPart, ended));
    try {
      await Promise.all(works);
    } catch (error) {
      failed.abort();
      await Promise.allSettled(works);
      throw error;
    }
  }

  stop(): void {
    for (const client of [this.first, ...this.#others, this.#sound]) client.stop();
  }

  async #encodeSound(request: RenderRequest, onPart: PartReceiver, signal: AbortSignal): Promise<void> {
    const packets = await this.#sound.encodeSound(request, signal);
    this.#sound.stop();
    await onPart('sound', packets);
  }
}

/** Who renders which segment. */
class SegmentClaims {
  readonly #segments: ReadonlyMap<number, Segment>;
  #open: readonly number[];
  readonly #taken = new Map<object, number>();

  constructor(segments: readonly Segment[]) {
    this.#segments = new Map(segments.map((segment) => [segment.index, segment]));
    this.#open = segments.map(({ index }) => index);
  }

  forOneWorker(): Pick<SegmentsHost, 'claim'> {
    const worker = {};
    return {
      claim: async () => {
        const last = this.#taken.get(worker) ?? null;
        this.#taken.delete(worker);
        const index = chooseSegment(this.#open, last, [...this.#taken.values()]);
        if (index === null) return null;
        this.#open = this.#open.filter((other) => other !== index);
        this.#taken.set(worker, index);
        return this.#segments.get(index) ?? null;
      },
    };
  }
}
