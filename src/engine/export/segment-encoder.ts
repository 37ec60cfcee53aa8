import type { EncodedPacket } from 'mediabunny';
import type { Segment } from '#core/render/segments.ts';
import type { ByteSink } from './byte-sink.ts';
import type { FrameEncoder, VideoPacketReceiver } from './frame-encoder.ts';
import { OwnedResources } from './owned-resources.ts';
import { type FinishedPackets, PacketFileWriter, type PacketFormat } from './packet-file.ts';

/** A sink that its user closes; what was written stays. */
export interface OwnedSink extends ByteSink {
  close(): void;
}

export interface SegmentEncoderParts {
  readonly openEncoder: (onPacket: VideoPacketReceiver) => FrameEncoder;
  readonly openFile: (segment: Segment) => Promise<OwnedSink>;
  /** Called when a segment is on disk. The encoder waits for it. */
  readonly onFinished: (segment: Segment, packets: FinishedPackets) => Promise<void>;
}

interface OpenSegment {
  readonly segment: Segment;
  readonly file: PacketFileWriter;
  readonly sink: OwnedSink;
}

/**
 * One encoder for segments that follow each other: frames go in one after another, and each packet goes to the file of
 * its segment. Going on from one segment to the next costs nothing, as in an encode without any. Whoever opened it
 * closes it, also after an error.
 */
export class SegmentEncoder {
  readonly #parts: SegmentEncoderParts;
  readonly #encoder: FrameEncoder;
  /** Not complete yet, in order. The last frames of one may still be inside while the next is being drawn. */
  readonly #open: OpenSegment[] = [];
  #format: PacketFormat | null = null;

  constructor(parts: SegmentEncoderParts) {
    this.#parts = parts;
    this.#encoder = parts.openEncoder((packet, meta) => this.#receive(packet, meta));
  }

  /** Segments that were begun and are not on disk, in order. */
  get unfinished(): readonly Segment[] {
    return this.#open.map(({ segment }) => segment);
  }

  /** The next frames belong to this segment, which follows the one before. */
  async begin(segment: Segment): Promise<void> {
    const sink = await this.#parts.openFile(segment);
    try {
      this.#open.push({ segment, sink, file: await PacketFileWriter.open(sink) });
    } catch (error) {
      sink.close();
      throw error;
    }
  }

  addFrame(i420: Uint8Array<ArrayBuffer>, frame: number): Promise<void> {
    return this.#encoder.addFrame(i420, frame);
  }

  /** Resolves when every segment is on disk. */
  finish(): Promise<void> {
    return this.#encoder.finish();
  }

  async close(): Promise<void> {
    const opened = new OwnedResources();
    for (const { sink } of this.#open) opened.add(() => sink.close());
    opened.add(() => this.#encoder.close());
    await opened.close();
  }

  async #receive(packet: EncodedPacket, meta: EncodedVideoChunkMetadata | undefined): Promise<void> {
    if (meta?.decoderConfig) this.#format = formatOf(meta.decoderConfig);
    const [current] = this.#open;
    if (!current || !this.#format) throw new Error('The video encoder gave a packet that nobody asked for.');
    current.file.add(packet);
    if (current.file.count < current.segment.frames) return;
    const packets = current.file.finish(this.#format);
    this.#open.shift();
    current.sink.close();
    await this.#parts.onFinished(current.segment, packets);
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
