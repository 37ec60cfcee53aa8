import { EncodedPacket } from 'mediabunny';
import { frameToMicroseconds, frameToSeconds, MICROSECONDS_PER_SECOND } from '#core/units.ts';
import { type BrowserCodec, encoderConfig } from './browser-codec.ts';
import { BT709_LIMITED, type FrameEncoder, type VideoEncoding, type VideoPacketReceiver } from './frame-encoder.ts';
import { PictureEncoder } from './picture-encoder.ts';

/**
 * The browser's own encoder, of H.264 where nothing else is said.
 * @throws StudioError `encoder-failed` when this browser has none or refuses the size, rate or bit rate.
 */
export function createWebCodecsEncoder(
  encoding: VideoEncoding,
  onPacket: VideoPacketReceiver,
  codec: BrowserCodec = 'avc',
): FrameEncoder {
  return new WebCodecsFrameEncoder(encoding, onPacket, codec);
}

/** True where the browser has an H.264 encoder in hardware for this, and says so. */
export async function isEncodedInHardware(encoding: VideoEncoding): Promise<boolean> {
  const config = { ...encoderConfig('avc', encoding), hardwareAcceleration: 'prefer-hardware' } as const;
  const { supported } = await VideoEncoder.isConfigSupported(config);
  return supported === true;
}

class WebCodecsFrameEncoder implements FrameEncoder {
  readonly #encoding: VideoEncoding;
  readonly #encoder: PictureEncoder;

  constructor(encoding: VideoEncoding, onPacket: VideoPacketReceiver, codec: BrowserCodec) {
    this.#encoding = encoding;
    this.#encoder = new PictureEncoder({
      config: encoderConfig(codec, encoding),
      toPacket: (chunk) => this.#toPacket(chunk),
      onPacket: (packet, meta) => onPacket(packet, withColours(meta)),
      advice: 'Try the “eco” quality, or another browser.',
    });
  }

  async addFrame(i420: Uint8Array<ArrayBuffer>, frame: number): Promise<void> {
    this.#encoder.throwIfFailed();
    const { size, frameRate, keyframeInterval } = this.#encoding;
    const timestamp = frameToMicroseconds(frame, frameRate);
    const picture = new VideoFrame(i420, {
      format: 'I420',
      codedWidth: size.width,
      codedHeight: size.height,
      timestamp,
      duration: frameToMicroseconds(frame + 1, frameRate) - timestamp,
      colorSpace: BT709_LIMITED,
    });
    await this.#encoder.add(picture, frame % keyframeInterval === 0);
  }

  finish(): Promise<void> {
    return this.#encoder.finish();
  }

  close(): void {
    this.#encoder.close();
  }

  /** With the frame's exact time: WebCodecs counts in whole microseconds, which drift at 30 a second. */
  #toPacket(chunk: EncodedVideoChunk): EncodedPacket {
    const { frameRate } = this.#encoding;
    const data = new Uint8Array(chunk.byteLength);
    chunk.copyTo(data);
    const frame = Math.round(chunk.timestamp / MICROSECONDS_PER_SECOND / frameToSeconds(1, frameRate));
    return new EncodedPacket(data, chunk.type, frameToSeconds(frame, frameRate), frameToSeconds(1, frameRate));
  }
}

/** Some browsers leave the colours out of what they say about their stream, though they are in it. */
function withColours(meta: EncodedVideoChunkMetadata | undefined): EncodedVideoChunkMetadata | undefined {
  if (!meta?.decoderConfig) return meta;
  return { ...meta, decoderConfig: { ...meta.decoderConfig, colorSpace: BT709_LIMITED } };
}
