import * as Comlink from 'comlink';
import type { AacHarness } from './aac-worker.ts';

/** Samples of silence that go in first: with the encoder's own 1,024 they make 2,112. */
const EXTRA_DELAY = 1088;
const PACKET_MICROSECONDS = (1024 / 48_000) * 1_000_000;

/**
 * What Chromium on Linux lacks: an `AudioEncoder` with AAC. It encodes in a worker of its own, where nothing is shared
 * with the product, and gives everything at `flush`, as the specification allows.
 */
export class SlowStartingAacEncoder {
  readonly encodeQueueSize = 0;
  state = 'unconfigured';
  readonly #init: AudioEncoderInit;
  readonly #worker = new Worker(new URL('./aac-worker.ts', import.meta.url), { type: 'module' });
  readonly #chunks: Float32Array<ArrayBuffer>[] = [silence(EXTRA_DELAY)];

  constructor(init: AudioEncoderInit) {
    this.#init = init;
  }

  static async isConfigSupported(config: AudioEncoderConfig): Promise<AudioEncoderSupport> {
    return { config, supported: true };
  }

  configure(): void {
    this.state = 'configured';
  }

  /** Both sides of these tests' sounds are the same. */
  encode(data: AudioData): void {
    const samples = new Float32Array(data.numberOfFrames);
    data.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
    this.#chunks.push(samples);
  }

  async flush(): Promise<void> {
    const { packets, decoderConfig } = await Comlink.wrap<AacHarness>(this.#worker).encode(this.#chunks);
    packets.forEach((data, n) => {
      const timestamp = n * PACKET_MICROSECONDS;
      const chunk = new EncodedAudioChunk({ type: 'key', timestamp, duration: PACKET_MICROSECONDS, data });
      this.#init.output(chunk, n === 0 ? { decoderConfig } : {});
    });
  }

  addEventListener(): void {
    // Its queue is always empty: nobody has to be told.
  }

  close(): void {
    this.state = 'closed';
    this.#worker.terminate();
  }
}

function silence(length: number): Float32Array<ArrayBuffer> {
  return new Float32Array(length);
}
