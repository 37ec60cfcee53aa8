import type { Segment } from './segments.ts';

/** Which part of a render: a segment of its pictures by number, or all of its sound. */
export type PartIndex = Segment['index'] | 'sound';

/**
 * A finished part of a render: what its file holds. The file is nothing but the packets' bytes, one behind the other;
 * what they mean stands here, in the row that is committed after the file.
 */
export interface RenderPart {
  readonly jobId: string;
  readonly index: PartIndex;
  /** Of everything that it was made from: a part with another fingerprint belongs to another video. */
  readonly fingerprint: string;
  /** Size of the file. */
  readonly bytes: number;
  /** SHA-256 of the file, in hex. */
  readonly checksum: string;
  /** RFC 6381, e.g. `avc1.640028`. */
  readonly codec: string;
  /** What a decoder needs to begin: `avcC` of H.264, AudioSpecificConfig of AAC. */
  readonly description: Uint8Array<ArrayBuffer>;
  readonly packets: PacketTable;
}

/** Packets in the order of decoding. The first is a keyframe; in sound all are. */
export interface PacketTable {
  /** In bytes. */
  readonly sizes: Uint32Array<ArrayBuffer>;
  /** Start of each packet in the video, in seconds; negative for an encoder's delay. */
  readonly times: Float64Array<ArrayBuffer>;
  /** In seconds. */
  readonly durations: Float64Array<ArrayBuffer>;
}

/**
 * Grows by one whenever the same timeline gives other pixels or other sound than before: parts of an unfinished render
 * that an earlier version of the studio made are not joined with new ones.
 */
export const RENDER_VERSION = 1;

/** @returns the indices of `segments` that no part holds, ascending. */
export function missingSegments(segments: readonly Segment[], parts: readonly RenderPart[]): number[] {
  const held = new Set(parts.map((part) => part.index));
  return segments.map(({ index }) => index).filter((index) => !held.has(index));
}
