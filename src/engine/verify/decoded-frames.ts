import type { EncodedPacket } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import { withTimeLimit } from '../media/time-limit.ts';

/** A decoder that has packets and gives nothing for so long will never go on. */
const STALL_SECONDS = 10;
/** Packets that may wait for the decoder, and frames for the reader: enough that neither idles. */
const LONGEST_QUEUE = 6;
const MOST_FRAMES_READY = 3;

/**
 * Decodes every packet, a few at a time. The reader closes each frame it gets.
 * @throws DOMException or Error where the stream is broken, StudioError `render-stalled` where no frame comes for ten
 * seconds, or the browser takes the decoder away.
 */
export async function* decodedFrames(
  packets: AsyncGenerator<EncodedPacket, void, unknown>,
  config: VideoDecoderConfig,
): AsyncGenerator<VideoFrame, void, undefined> {
  const decoding = new Decoding(packets, config);
  try {
    for (let frame = await decoding.next(); frame; frame = await decoding.next()) yield frame;
  } finally {
    await decoding.close();
  }
}

class Decoding {
  readonly #packets: AsyncGenerator<EncodedPacket, void, unknown>;
  readonly #decoder: VideoDecoder;
  readonly #ready: VideoFrame[] = [];
  #failure: DOMException | null = null;
  #flushing = false;
  #flushed = false;
  /** Called once when a frame has come, the queue has shrunk, or decoding has ended. */
  #onChange: (() => void) | null = null;

  constructor(packets: AsyncGenerator<EncodedPacket, void, unknown>, config: VideoDecoderConfig) {
    this.#packets = packets;
    this.#decoder = new VideoDecoder({
      output: (frame) => {
        this.#ready.push(frame);
        this.#changed();
      },
      error: (error) => this.#fail(error),
    });
    this.#decoder.addEventListener('dequeue', () => this.#changed());
    this.#decoder.configure(config);
  }

  /** The next frame, which is the caller's to close; null after the last. */
  async next(): Promise<VideoFrame | null> {
    for (;;) {
      await this.#feed();
      const frame = this.#ready.shift();
      if (frame) return frame;
      if (this.#failure) throw this.#isTakenAway(this.#failure) ? takenAway(this.#failure) : this.#failure;
      if (this.#flushed) return null;
      await withTimeLimit(this.#nextChange(), STALL_SECONDS, stalled);
    }
  }

  async close(): Promise<void> {
    if (this.#decoder.state !== 'closed') this.#decoder.close();
    for (const frame of this.#ready.splice(0)) frame.close();
    await this.#packets.return();
  }

  async #feed(): Promise<void> {
    while (
      !this.#flushing &&
      !this.#failure &&
      this.#decoder.decodeQueueSize < LONGEST_QUEUE &&
      this.#ready.length < MOST_FRAMES_READY
    ) {
      const step = await withTimeLimit(this.#packets.next(), STALL_SECONDS, stalled);
      // The decoder may have failed meanwhile.
      if (this.#failure) return;
      if (step.done) this.#flush();
      else this.#decoder.decode(step.value.toEncodedVideoChunk());
    }
  }

  #flush(): void {
    this.#flushing = true;
    this.#decoder.flush().then(
      () => {
        this.#flushed = true;
        this.#changed();
      },
      (error: unknown) => this.#fail(error instanceof DOMException ? error : new DOMException(String(error))),
    );
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

  #fail(error: DOMException): void {
    this.#failure ??= error;
    this.#changed();
  }

  #isTakenAway(error: DOMException): boolean {
    return error.name === 'QuotaExceededError';
  }
}

function stalled(): StudioError {
  const message = `The finished video could not be checked: the video decoder gave nothing for ${STALL_SECONDS} seconds. Close other tabs that use video, then try again.`;
  return new StudioError('render-stalled', message, { rule: 'seconds without a frame', value: STALL_SECONDS });
}

function takenAway(cause: DOMException): StudioError {
  const message =
    'The finished video could not be checked: the browser took its video decoder away. Close other tabs that use video, then try again.';
  return new StudioError('render-stalled', message, { rule: 'keeps its decoder', cause: cause.message }, { cause });
}
