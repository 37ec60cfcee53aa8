import type { EncodedPacket } from 'mediabunny';
import type { RenderSettings } from '#core/render/settings.ts';

/** Encodes frames to H.264 one after another. Whoever opened it closes it, also after an error. */
export interface FrameEncoder {
  /**
   * Takes the next frame; the await is the backpressure. The bytes are copied before the first await, so the caller may
   * overwrite them at once.
   * @param i420 8-bit planes Y, U, V without padding, limited-range BT.709.
   * @param frame counted from 0, each exactly once and in order.
   * @throws StudioError `encoder-failed`, `encoder-reclaimed`, `render-stalled`, or what the packets' receiver threw.
   */
  addFrame(i420: Uint8Array<ArrayBuffer>, frame: number): Promise<void>;
  /** Resolves when every packet has been received. */
  finish(): Promise<void>;
  close(): void;
}

/** The part of the settings that an encoder needs. */
export type VideoEncoding = Pick<RenderSettings, 'size' | 'frameRate' | 'videoBitRate' | 'keyframeInterval'>;

/** Receives packets in decode order; the encoder waits for it. The first comes with its decoder's configuration. */
export type PacketReceiver<Meta> = (packet: EncodedPacket, meta: Meta | undefined) => Promise<void>;
export type VideoPacketReceiver = PacketReceiver<EncodedVideoChunkMetadata>;

/** What the bytes are, in the frames, the stream and the file. */
export const BT709_LIMITED = {
  primaries: 'bt709',
  transfer: 'bt709',
  matrix: 'bt709',
  fullRange: false,
} as const satisfies VideoColorSpaceInit;
