import { createSHA256 } from 'hash-wasm';
import { EncodedPacket } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { PacketTable, RenderPart } from '#core/render/render-part.ts';
import type { ByteSink } from './byte-sink.ts';

/** What a part's file holds, when it is complete and on disk. */
export type FinishedPackets = Pick<RenderPart, 'bytes' | 'checksum' | 'codec' | 'description' | 'packets'>;

/** What the first packet of an encoder says of all of them. */
export interface PacketFormat {
  readonly codec: string;
  readonly description: Uint8Array<ArrayBuffer>;
}

/** Reads come in pieces of about this many bytes. */
const READ_BYTES = 2 ** 20;

/** Writes packets one behind the other, hashing as it goes. The sink stays its owner's. */
export class PacketFileWriter {
  readonly #sink: ByteSink;
  readonly #hasher: Awaited<ReturnType<typeof createSHA256>>;
  readonly #sizes: number[] = [];
  readonly #times: number[] = [];
  readonly #durations: number[] = [];
  #bytes = 0;

  private constructor(sink: ByteSink, hasher: Awaited<ReturnType<typeof createSHA256>>) {
    this.#sink = sink;
    this.#hasher = hasher;
  }

  static async open(sink: ByteSink): Promise<PacketFileWriter> {
    const hasher = await createSHA256();
    hasher.init();
    return new PacketFileWriter(sink, hasher);
  }

  get count(): number {
    return this.#sizes.length;
  }

  /** @throws StudioError `disk-full`. */
  add({ data, timestamp, duration }: EncodedPacket): void {
    this.#sink.write(data, this.#bytes);
    this.#hasher.update(data);
    this.#bytes += data.byteLength;
    this.#sizes.push(data.byteLength);
    this.#times.push(timestamp);
    this.#durations.push(duration);
  }

  /** Waits for the disk. @throws StudioError `disk-full`. */
  finish(format: PacketFormat): FinishedPackets {
    this.#sink.flush();
    const packets = {
      sizes: Uint32Array.from(this.#sizes),
      times: Float64Array.from(this.#times),
      durations: Float64Array.from(this.#durations),
    };
    return { ...format, bytes: this.#bytes, checksum: this.#hasher.digest('hex'), packets };
  }
}

/**
 * The packets of a part, in order, read a mebibyte at a time.
 * @throws StudioError `part-damaged` before the last packet where the bytes are not those that were written.
 */
export async function* readPackets(part: RenderPart, file: Blob): AsyncGenerator<EncodedPacket, void, undefined> {
  const { sizes, times, durations } = part.packets;
  const hasher = await createSHA256();
  hasher.init();
  expectSize(part, file);
  let held: EncodedPacket | null = null;
  let position = 0;
  for (const [first, end] of readingsOf(part.packets)) {
    const length = sizes.subarray(first, end).reduce((sum, size) => sum + size, 0);
    const bytes = new Uint8Array(await file.slice(position, position + length).arrayBuffer());
    hasher.update(bytes);
    position += length;
    let offset = 0;
    for (let n = first; n < end; n++) {
      if (held) yield held;
      const size = sizes[n] ?? 0;
      const type = n === 0 || part.index === 'sound' ? 'key' : 'delta';
      held = new EncodedPacket(bytes.subarray(offset, offset + size), type, times[n] ?? 0, durations[n] ?? 0);
      offset += size;
    }
  }
  // The last packet is held back until the sum of all bytes is known to be right.
  if (hasher.digest('hex') !== part.checksum) throw damaged(part, 'checksum');
  if (held) yield held;
}

/** True where the file holds, byte for byte, what was written. */
export async function isIntact(part: RenderPart, file: Blob | null): Promise<boolean> {
  if (file?.size !== part.bytes) return false;
  const hasher = await createSHA256();
  hasher.init();
  for (let position = 0; position < part.bytes; position += READ_BYTES) {
    hasher.update(new Uint8Array(await file.slice(position, position + READ_BYTES).arrayBuffer()));
  }
  return hasher.digest('hex') === part.checksum;
}

/** Packets that are read together, as `[first, end)`. */
function* readingsOf({ sizes }: PacketTable): Generator<readonly [number, number]> {
  let first = 0;
  let bytes = 0;
  for (let n = 0; n < sizes.length; n++) {
    bytes += sizes[n] ?? 0;
    if (bytes < READ_BYTES && n < sizes.length - 1) continue;
    yield [first, n + 1];
    first = n + 1;
    bytes = 0;
  }
}

function expectSize(part: RenderPart, file: Blob): void {
  if (file.size !== part.bytes) throw damaged(part, `${file.size} of ${part.bytes} bytes`);
}

function damaged({ index }: RenderPart, value: string): StudioError {
  const which = index === 'sound' ? 'The sound' : `Part ${index + 1}`;
  return new StudioError(
    'part-damaged',
    `${which} of this unfinished export was damaged in this browser's storage. It is rendered again.`,
    { rule: `part ${index} is as it was written`, value },
  );
}
