import type { StereoChunk } from '#core/audio/stereo.ts';
import type { AacEncoder } from './aac-encoder.ts';

/** Feeds a soundtrack to its encoder as far as the pictures have come. */
export class SoundtrackFeed {
  readonly #chunks: AsyncGenerator<StereoChunk, void, undefined>;
  readonly #encoder: Pick<AacEncoder, 'add' | 'finish'>;
  #position = 0;

  constructor(chunks: AsyncGenerator<StereoChunk, void, undefined>, encoder: Pick<AacEncoder, 'add' | 'finish'>) {
    this.#chunks = chunks;
    this.#encoder = encoder;
  }

  /** Encodes up to a sample, at least. */
  async advanceTo(sample: number): Promise<void> {
    while (this.#position < sample) {
      const step = await this.#chunks.next();
      if (step.done) return;
      this.#position += step.value.left.length;
      await this.#encoder.add(step.value);
    }
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
}
