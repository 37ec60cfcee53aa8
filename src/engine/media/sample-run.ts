import type { VideoSample } from 'mediabunny';

/** Pictures one after another. `return` may be called while `next` is under way. */
export type SampleStream = Pick<AsyncGenerator<VideoSample, void, unknown>, 'next'> & {
  return(): Promise<unknown>;
};

/** Decoding from one point on, with one picture decoded ahead. Owns that picture and the decoder behind it. */
export class SampleRun {
  #next: VideoSample | null = null;
  #filling: Promise<void> | null = null;
  #disposed = false;

  /**
   * Starts to decode at once.
   * @param start in seconds of the file's clock.
   * @param limited puts a time limit around a wait.
   */
  constructor(
    private readonly start: number,
    private readonly samples: SampleStream,
    private readonly limited: <T>(work: Promise<T>) => Promise<T>,
  ) {
    // A failure is told to whoever asks for the picture.
    this.fill().catch(() => undefined);
  }

  /** The picture decoded ahead; null before `fill`, and at the end. */
  get next(): VideoSample | null {
    return this.#next;
  }

  /** True where the picture on screen at this time comes early in the run, and none before it is needed. */
  startsBy(timestamp: number): boolean {
    return timestamp >= this.start && timestamp - this.start < SAME_START;
  }

  /** Hands over the picture decoded ahead, which is the caller's to close. */
  take(): VideoSample | null {
    const sample = this.#next;
    this.#next = null;
    this.#filling = null;
    return sample;
  }

  /** Waits for the picture decoded ahead. @throws what decoding throws, or the time limit. */
  fill(): Promise<void> {
    this.#filling ??= this.decode();
    return this.#filling;
  }

  dispose(): void {
    this.#disposed = true;
    // Ends the decoder; a decode under way then closes its own samples.
    this.samples.return().catch(() => undefined);
    this.#next?.close();
    this.#next = null;
  }

  private async decode(): Promise<void> {
    const step = await this.limited(this.samples.next());
    if (step.done) return;
    if (this.#disposed) step.value.close();
    else this.#next = step.value;
  }
}

/** Rounds of a loop begin at times that differ by a frame or two, in seconds. */
const SAME_START = 0.25;
