import type { StereoChunk } from '#core/audio/stereo.ts';
import type { AacEncoder } from './aac-encoder.ts';

/** How far the sound may run ahead of the pictures, in samples: one second at 48 kHz. */
const LEAD_SAMPLES = 48_000;

/**
 * Feeds a soundtrack to its encoder beside the pictures: decoding and encoding sound wait for other threads, and the
 * pictures must not wait with them. Sound stays a little ahead, so that both lie side by side in the file.
 */
export class SoundtrackFeed {
  readonly #chunks: AsyncGenerator<StereoChunk, void, undefined>;
  readonly #encoder: Pick<AacEncoder, 'add' | 'finish'>;
  #position = 0;
  #target = 0;
  #ended = false;
  /** Under way until the target is reached. Never rejects: a failure is kept for the next call. */
  #work: Promise<void> | null = null;
  #failure: unknown;

  constructor(chunks: AsyncGenerator<StereoChunk, void, undefined>, encoder: Pick<AacEncoder, 'add' | 'finish'>) {
    this.#chunks = chunks;
    this.#encoder = encoder;
  }

  /** Lets the sound go on to a sample and a little beyond; waits only where it has not come so far yet. */
  async advanceTo(sample: number): Promise<void> {
    this.#target = Math.max(this.#target, sample + LEAD_SAMPLES);
    if (this.#isBehind()) this.#work ??= this.#encodeToTarget();
    if (this.#position < sample) await this.#work;
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Encodes the rest. */
  async finish(): Promise<void> {
    await this.advanceTo(Number.POSITIVE_INFINITY);
    await this.#encoder.finish();
  }

  /** Ends the decoding of what has not been needed. */
  async close(): Promise<void> {
    await this.#chunks.return();
  }

  #isBehind(): boolean {
    return !this.#ended && this.#position < this.#target;
  }

  async #encodeToTarget(): Promise<void> {
    try {
      while (this.#isBehind()) {
        const step = await this.#chunks.next();
        if (step.done) this.#ended = true;
        else {
          this.#position += step.value.left.length;
          await this.#encoder.add(step.value);
        }
      }
    } catch (error) {
      this.#failure = error;
    } finally {
      this.#work = null;
    }
  }
}
