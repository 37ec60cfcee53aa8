import { EncodedPacket } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { RenderPart } from '#core/render/render-part.ts';
import type { ByteSink } from './byte-sink.ts';

/** What a part's file holds, when it is complete and on disk. */
export type FinishedPackets = Pick<RenderPart, 'bytes' | 'checksum' | 'codec' | 'description' | 'packets'>;

/** What the first packet of an encoder says of all of them. */
export interface PacketFormat {
  readonly codec: string;
  readonly description: Uint8Array<ArrayBuffer>;
}

/** A part as its encoder made it, in memory: a segment's 2 s of pictures are 1 to 3 MB, sound is 24 kB for each second. */
export interface EncodedPart {
  readonly format: PacketFormat;
  readonly packets: readonly EncodedPacket[];
}

/**
 * Writes the packets of a part one behind the other, and waits for the disk. The sink stays its owner's.
 * @throws StudioError `disk-full`.
 */
export async function writePart({ format, packets }: EncodedPart, sink: ByteSink): Promise<FinishedPackets> {
  const bytes = joined(packets);
  // Summed by another thread while this one writes.
  const checksum = sha256(bytes);
  sink.write(bytes, 0);
  sink.flush();
  const table = {
    sizes: Uint32Array.from(packets, ({ data }) => data.byteLength),
    times: Float64Array.from(packets, ({ timestamp }) => timestamp),
    durations: Float64Array.from(packets, ({ duration }) => duration),
  };
  return { ...format, bytes: bytes.byteLength, checksum: await checksum, packets: table };
}

/**
 * The packets of a part, in order.
 * @throws StudioError `part-damaged` where the bytes are not those that were written.
 */
export async function readPart(part: RenderPart, file: Blob): Promise<EncodedPacket[]> {
  if (file.size !== part.bytes) throw damaged(part, `${file.size} of ${part.bytes} bytes`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if ((await sha256(bytes)) !== part.checksum) throw damaged(part, 'checksum');
  const { sizes, times, durations } = part.packets;
  let position = 0;
  return Array.from(sizes, (size, n) => {
    const data = bytes.subarray(position, position + size);
    position += size;
    const type = n === 0 || part.index === 'sound' ? 'key' : 'delta';
    return new EncodedPacket(data, type, times[n] ?? 0, durations[n] ?? 0);
  });
}

/** True where the file holds, byte for byte, what was written. */
export async function isIntact(part: RenderPart, file: Blob | null): Promise<boolean> {
  if (file?.size !== part.bytes) return false;
  return (await sha256(new Uint8Array(await file.arrayBuffer()))) === part.checksum;
}

function joined(packets: readonly EncodedPacket[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(packets.reduce((sum, { data }) => sum + data.byteLength, 0));
  let position = 0;
  for (const { data } of packets) {
    bytes.set(data, position);
    position += data.byteLength;
  }
  return bytes;
}

/** As hexadecimal digits. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function damaged({ index }: RenderPart, value: string): StudioError {
  const which = index === 'sound' ? 'The sound' : `Part ${index + 1}`;
  return new StudioError(
    'part-damaged',
    `${which} of this unfinished export was damaged in this browser's storage. It is rendered again.`,
    { rule: `part ${index} is as it was written`, value },
  );
}
