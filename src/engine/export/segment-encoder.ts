import type { EncodedPacket } from 'mediabunny';
import type { Segment } from '#core/render/segments.ts';
import type { FrameEncoder, VideoPacketReceiver } from './frame-encoder.ts';
import type { EncodedPart, PacketFormat } from './packet-file.ts';

export interface SegmentEncoderParts {
  readonly openEncoder: (onPacket: VideoPacketReceiver) => FrameEncoder;
  /** Keeps a segment for good. The next one is being made meanwhile, and is not kept before this one is. */
  readonly store: (segment: Segment, part: EncodedPart) => Promise<void>;
}

interface OpenSegment {
  readonly segment: Segment;
  readonly packets: EncodedPacket[];
}

/**
 * One encoder for segments that follow each other: frames go in one after another, and each packet goes to its segment.
 * Going on from one segment to the next costs nothing, as in an encode without any. Whoever opened it closes it, also
 * after an error.
 */
export class SegmentEncoder {
  readonly #store: SegmentEncoderParts['store'];
  readonly #encoder: FrameEncoder;
  /** Not complete yet, in order. The last frames of one may still be inside while the next is being drawn. */
  readonly #open: OpenSegment[] = [];
  #format: PacketFormat | null = null;
  #stored: Promise<void> = Promise.resolve();

  constructor({ openEncoder, store }: SegmentEncoderParts) {
    this.#store = store;
    this.#encoder = openEncoder((packet, meta) => this.#receive(packet, meta));
  }

  /** The next frames belong to this segment, which follows the one before. */
  begin(segment: Segment): void {
    this.#open.push({ segment, packets: [] });
  }

  addFrame(i420: Uint8Array<ArrayBuffer>, frame: number): Promise<void> {
    return this.#encoder.addFrame(i420, frame);
  }

  /** Resolves when every segment is kept. */
  async finish(): Promise<void> {
    await this.#encoder.finish();
    await this.#stored;
  }

  /**
   * The encoder was taken away: waits for the segments that are complete.
   * @returns those that were begun and are not, in order.
   */
  async abandon(): Promise<readonly Segment[]> {
    await this.#stored;
    return this.#open.map(({ segment }) => segment);
  }

  close(): void {
    this.#encoder.close();
  }

  async #receive(packet: EncodedPacket, meta: EncodedVideoChunkMetadata | undefined): Promise<void> {
    if (meta?.decoderConfig) this.#format = formatOf(meta.decoderConfig);
    const [current] = this.#open;
    if (!current || !this.#format) throw new Error('The video encoder gave a packet that nobody asked for.');
    const { segment, packets } = current;
    packets.push(packet);
    if (packets.length < segment.frames) return;
    this.#open.shift();
    // One at a time, so that no more than three are in memory.
    await this.#stored;
    this.#stored = this.#store(segment, { format: this.#format, packets });
    // Whoever awaits it next gets the error; until then it must not count as unhandled.
    this.#stored.catch(() => undefined);
  }
}

/** @throws Error where the stream cannot be described: nothing could play it. */
export function formatOf({ codec, description }: VideoDecoderConfig | AudioDecoderConfig): PacketFormat {
  if (!description) throw new Error(`The encoder of ${codec} does not describe its stream.`);
  const bytes = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
  return { codec, description: bytes.slice() };
}
