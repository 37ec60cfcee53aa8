import type { EncodedPacket } from 'mediabunny';
import { StudioError, toStudioError } from '#core/errors.ts';
import type { VideoPacketReceiver } from './frame-encoder.ts';

/** Pictures that may wait for the encoder: enough that it never idles while the next one is drawn. */
const LONGEST_QUEUE = 4;
/** Packets that may wait to be received. */
const LONGEST_PACKET_QUEUE = 8;
/** An encoder that has pictures and gives nothing for so long will never go on. */
const STALL_SECONDS = 10;
/** A timer that is so late, in milliseconds, fired after the page was frozen or the machine slept. */
const OVERSLEPT_MS = 2_000;

export interface PictureEncoderParts {
  readonly config: VideoEncoderConfig;
  /** Gives a packet the exact time of its picture: WebCodecs counts in whole microseconds. */
  readonly toPacket: (chunk: EncodedVideoChunk) => EncodedPacket;
  readonly onPacket: VideoPacketReceiver;
  /** What a person can do where the encoder fails, as a sentence. */
  readonly advice: string;
}

/**
 * The browser's own encoder, for pictures one after another. Knows when it is silent, and when the browser takes it away.
 * Whoever opened it closes it, also after an error.
 */
export class PictureEncoder {
  readonly #parts: PictureEncoderParts;
  readonly #encoder: VideoEncoder;
  /** Receiving, one packet after another. Never rejects: a failure goes to `#fail`. */
  #received: Promise<void> = Promise.resolve();
  #packetsWaiting = 0;
  #picturesInside = 0;
  #error: StudioError | null = null;
  /** Called once when the queues have changed or the encoder has failed. */
  #onChange: (() => void) | null = null;
  #stallTimer: ReturnType<typeof setTimeout> | undefined;

  /** @throws StudioError `encoder-failed` when this browser has none or refuses the configuration. */
  constructor(parts: PictureEncoderParts) {
    this.#parts = parts;
    try {
      this.#encoder = new VideoEncoder({
        output: (chunk, meta) => this.#receive(chunk, meta),
        error: (error) => this.#fail(isReclaim(error) ? reclaimed(error) : this.#encoderError(error)),
      });
      this.#encoder.addEventListener('dequeue', () => this.#changed());
      this.#encoder.configure(parts.config);
    } catch (error) {
      throw this.#encoderError(error);
    }
  }

  /** The encoder failed: pictures that are made for it now would be for nothing. @throws as `add`. */
  throwIfFailed(): void {
    if (this.#error) throw this.#error;
  }

  /**
   * Takes the next picture, and closes it in any case before the first await. The await is the backpressure.
   * @throws StudioError `encoder-failed`, `encoder-reclaimed`, `render-stalled`, or what the packets' receiver threw.
   */
  async add(picture: VideoFrame, keyFrame: boolean): Promise<void> {
    this.#encode(picture, keyFrame);
    while (this.#encoder.encodeQueueSize >= LONGEST_QUEUE || this.#packetsWaiting >= LONGEST_PACKET_QUEUE) {
      await this.#nextChange();
      this.throwIfFailed();
    }
  }

  /** Resolves when every packet has been received. @throws as `add`. */
  async finish(): Promise<void> {
    this.throwIfFailed();
    try {
      await this.#encoder.flush();
    } catch (error) {
      this.#fail(this.#encoderError(error));
    }
    await this.#received;
    this.throwIfFailed();
    if (this.#picturesInside > 0) throw this.#encoderError(new Error(`${this.#picturesInside} frames never came out`));
  }

  close(): void {
    clearTimeout(this.#stallTimer);
    if (this.#encoder.state !== 'closed') this.#encoder.close();
  }

  #encode(picture: VideoFrame, keyFrame: boolean): void {
    try {
      this.throwIfFailed();
      this.#encoder.encode(picture, { keyFrame });
    } catch (error) {
      throw this.#error ?? this.#encoderError(error);
    } finally {
      picture.close();
    }
    this.#picturesInside++;
    if (this.#picturesInside === 1) this.#watchForStall();
  }

  #receive(chunk: EncodedVideoChunk, meta: EncodedVideoChunkMetadata | undefined): void {
    this.#picturesInside--;
    this.#watchForStall();
    const packet = this.#parts.toPacket(chunk);
    this.#packetsWaiting++;
    this.#received = this.#received
      .then(() => (this.#error ? undefined : this.#parts.onPacket(packet, meta)))
      .catch((error: unknown) => this.#fail(toStudioError(error)))
      .finally(() => {
        this.#packetsWaiting--;
        this.#changed();
      });
  }

  #watchForStall(excused = false): void {
    clearTimeout(this.#stallTimer);
    if (this.#picturesInside === 0) return;
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

  #encoderError(thrown: unknown): StudioError {
    const { config, advice } = this.#parts;
    const cause = thrown instanceof Error ? thrown.message : String(thrown);
    const value = `${config.width}x${config.height} at ${config.framerate} frames/s, ${config.bitrate} bit/s`;
    return new StudioError(
      'encoder-failed',
      `This browser's video encoder failed at ${config.width}x${config.height}: ${cause}. ${advice}`,
      { rule: `encodes ${config.codec}`, value, cause },
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
