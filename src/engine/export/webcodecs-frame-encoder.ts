import { EncodedPacket } from 'mediabunny';
import { StudioError, toStudioError } from '#core/errors.ts';
import { frameToMicroseconds, frameToSeconds, MICROSECONDS_PER_SECOND } from '#core/units.ts';
import { BT709_LIMITED, type FrameEncoder, type VideoEncoding, type VideoPacketReceiver } from './frame-encoder.ts';
import { h264HighCodec } from './h264-level.ts';

/** Frames that may wait for the encoder: enough that it never idles while the next one is drawn. */
const LONGEST_QUEUE = 4;
/** Packets that may wait to be received. */
const LONGEST_PACKET_QUEUE = 8;
/** An encoder that has frames and gives nothing for so long will never go on. */
const STALL_SECONDS = 10;
/** A timer that is so late, in milliseconds, fired after the page was frozen or the machine slept. */
const OVERSLEPT_MS = 2_000;

/**
 * The browser's own H.264 encoder.
 * @throws StudioError `encoder-failed` when this browser has none or refuses the size, rate or bit rate.
 */
export function createWebCodecsEncoder(encoding: VideoEncoding, onPacket: VideoPacketReceiver): FrameEncoder {
  return new WebCodecsFrameEncoder(encoding, onPacket);
}

class WebCodecsFrameEncoder implements FrameEncoder {
  readonly #encoding: VideoEncoding;
  readonly #onPacket: VideoPacketReceiver;
  readonly #encoder: VideoEncoder;
  /** Receiving, one packet after another. Never rejects: a failure goes to `#fail`. */
  #received: Promise<void> = Promise.resolve();
  #packetsWaiting = 0;
  #framesInside = 0;
  #error: StudioError | null = null;
  /** Called once when the queues have changed or the encoder has failed. */
  #onChange: (() => void) | null = null;
  #stallTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(encoding: VideoEncoding, onPacket: VideoPacketReceiver) {
    this.#encoding = encoding;
    this.#onPacket = onPacket;
    try {
      this.#encoder = new VideoEncoder({
        output: (chunk, meta) => this.#receive(chunk, meta),
        error: (error) => this.#fail(isReclaim(error) ? reclaimed(error) : this.#encoderError(error)),
      });
      this.#encoder.addEventListener('dequeue', () => this.#changed());
      this.#encoder.configure(encoderConfig(encoding));
    } catch (error) {
      throw this.#encoderError(error);
    }
  }

  async addFrame(i420: Uint8Array<ArrayBuffer>, frame: number): Promise<void> {
    this.#throwIfFailed();
    this.#encode(i420, frame);
    while (this.#encoder.encodeQueueSize >= LONGEST_QUEUE || this.#packetsWaiting >= LONGEST_PACKET_QUEUE) {
      await this.#nextChange();
      this.#throwIfFailed();
    }
  }

  async finish(): Promise<void> {
    this.#throwIfFailed();
    try {
      await this.#encoder.flush();
    } catch (error) {
      this.#fail(this.#encoderError(error));
    }
    await this.#received;
    this.#throwIfFailed();
    if (this.#framesInside > 0) throw this.#encoderError(new Error(`${this.#framesInside} frames never came out`));
  }

  close(): void {
    clearTimeout(this.#stallTimer);
    if (this.#encoder.state !== 'closed') this.#encoder.close();
  }

  #encode(i420: Uint8Array<ArrayBuffer>, frame: number): void {
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
    try {
      this.#encoder.encode(picture, { keyFrame: frame % keyframeInterval === 0 });
    } catch (error) {
      throw this.#error ?? this.#encoderError(error);
    } finally {
      picture.close();
    }
    this.#framesInside++;
    if (this.#framesInside === 1) this.#watchForStall();
  }

  #receive(chunk: EncodedVideoChunk, meta: EncodedVideoChunkMetadata | undefined): void {
    this.#framesInside--;
    this.#watchForStall();
    const packet = this.#toPacket(chunk);
    this.#packetsWaiting++;
    this.#received = this.#received
      .then(() => (this.#error ? undefined : this.#onPacket(packet, withColours(meta))))
      .catch((error: unknown) => this.#fail(toStudioError(error)))
      .finally(() => {
        this.#packetsWaiting--;
        this.#changed();
      });
  }

  /** With the frame's exact time: WebCodecs counts in whole microseconds, which drift at 30 a second. */
  #toPacket(chunk: EncodedVideoChunk): EncodedPacket {
    const { frameRate } = this.#encoding;
    const data = new Uint8Array(chunk.byteLength);
    chunk.copyTo(data);
    const frame = Math.round(chunk.timestamp / MICROSECONDS_PER_SECOND / frameToSeconds(1, frameRate));
    return new EncodedPacket(data, chunk.type, frameToSeconds(frame, frameRate), frameToSeconds(1, frameRate));
  }

  #watchForStall(excused = false): void {
    clearTimeout(this.#stallTimer);
    if (this.#framesInside === 0) return;
    const due = Date.now() + STALL_SECONDS * 1000;
    this.#stallTimer = setTimeout(() => {
      // Frozen with the page, the encoder could not answer either.
      if (!excused && Date.now() - due > OVERSLEPT_MS) this.#watchForStall(true);
      else this.#fail(stalled());
    }, STALL_SECONDS * 1000);
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#onChange = resolve;
    });
  }

  #changed(): void {
    this.#onChange?.();
    this.#onChange = null;
  }

  /** The first failure is the one that is told. Closing makes a waiting `flush` reject. */
  #fail(error: StudioError): void {
    this.#error ??= error;
    this.close();
    this.#changed();
  }

  #throwIfFailed(): void {
    if (this.#error) throw this.#error;
  }

  #encoderError(thrown: unknown): StudioError {
    const { size, frameRate, videoBitRate } = this.#encoding;
    const cause = thrown instanceof Error ? thrown.message : String(thrown);
    const value = `${size.width}x${size.height} at ${frameRate.numerator}/${frameRate.denominator} frames/s, ${videoBitRate} bit/s`;
    return new StudioError(
      'encoder-failed',
      `This browser's video encoder failed at ${size.width}x${size.height}: ${cause}. Try the “eco” quality, or another browser.`,
      { rule: 'encodes H.264 High', value, cause },
      { cause: thrown },
    );
  }
}

/** WebCodecs closes a codec whose resources are wanted elsewhere with this error ("reclaim codec"). */
function isReclaim(error: DOMException): boolean {
  return error.name === 'QuotaExceededError';
}

function reclaimed(error: DOMException): StudioError {
  return new StudioError(
    'encoder-reclaimed',
    'The browser took its video encoder away. Close other tabs that use video, then try again.',
    { rule: 'the encoder stays', cause: error.message },
    { cause: error },
  );
}

function stalled(): StudioError {
  return new StudioError(
    'render-stalled',
    `The video encoder stopped answering: nothing came for ${STALL_SECONDS} seconds. Close other tabs that use video, then try again.`,
    { rule: 'seconds without a packet', value: STALL_SECONDS },
  );
}

function encoderConfig({ size, frameRate, videoBitRate }: VideoEncoding): VideoEncoderConfig {
  return {
    codec: h264HighCodec(size, frameRate, videoBitRate),
    width: size.width,
    height: size.height,
    bitrate: videoBitRate,
    bitrateMode: 'variable',
    framerate: frameRate.numerator / frameRate.denominator,
    // Real time drops frames when it falls behind.
    latencyMode: 'quality',
    avc: { format: 'avc' },
  };
}

/** Some browsers leave the colours out of what they say about their stream, though they are in it. */
function withColours(meta: EncodedVideoChunkMetadata | undefined): EncodedVideoChunkMetadata | undefined {
  if (!meta?.decoderConfig) return meta;
  return { ...meta, decoderConfig: { ...meta.decoderConfig, colorSpace: BT709_LIMITED } };
}
