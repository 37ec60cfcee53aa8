import { AudioSampleSource, type EncodedPacket, NullTarget, Output, Quality, WebMOutputFormat } from 'mediabunny';
import type { StereoChunk } from '#core/audio/stereo.ts';
import { StudioError } from '#core/errors.ts';
import { stereoSample } from '../audio/stereo-sample.ts';
import type { PacketReceiver } from '../export/frame-encoder.ts';

/** In bits a second: transparent for music in stereo. */
const BIT_RATE = 160_000;
/** What Opus counts in, in hertz. */
export const OPUS_SAMPLE_RATE = 48_000;

/** Encodes the sound of a WebM. Whoever opened it closes it, also after an error. */
export class OpusEncoder {
  readonly #output: Output;
  readonly #source: AudioSampleSource;
  readonly #totalSeconds: number;
  #samples = 0;
  #queue: Promise<void> = Promise.resolve();

  private constructor(totalSamples: number, onPacket: PacketReceiver<EncodedAudioChunkMetadata>) {
    this.#totalSeconds = totalSamples / OPUS_SAMPLE_RATE;
    this.#source = new AudioSampleSource({
      codec: 'opus',
      quality: new Quality({ bitrate: BIT_RATE }),
      onEncodedPacket: (packet, meta) => this.#take(packet, meta, onPacket),
    });
    // The library encodes only into a file. This one goes nowhere: packets are taken as they come out.
    this.#output = new Output({ format: new WebMOutputFormat(), target: new NullTarget() });
    this.#output.addAudioTrack(this.#source);
  }

  /** @param totalSamples that will be added; packets after their end are left out. */
  static async open(totalSamples: number, onPacket: PacketReceiver<EncodedAudioChunkMetadata>): Promise<OpusEncoder> {
    const encoder = new OpusEncoder(totalSamples, onPacket);
    await encoder.#output.start();
    return encoder;
  }

  /** Takes the next samples; the await is the backpressure. @throws StudioError `encoder-failed`. */
  async add(chunk: StereoChunk): Promise<void> {
    const sample = stereoSample(chunk, OPUS_SAMPLE_RATE, this.#samples);
    this.#samples += chunk.left.length;
    try {
      await guard(this.#source.add(sample));
    } finally {
      sample.close();
    }
    await this.#queue;
  }

  /** Resolves when every packet has been received. */
  async finish(): Promise<void> {
    await guard(this.#output.finalize());
    await this.#queue;
  }

  async close(): Promise<void> {
    if (this.#output.state === 'started') await this.#output.cancel();
  }

  #take(
    packet: EncodedPacket,
    meta: EncodedAudioChunkMetadata | undefined,
    onPacket: PacketReceiver<EncodedAudioChunkMetadata>,
  ): void {
    const left = this.#totalSeconds - packet.timestamp;
    if (left <= 0) return;
    const placed = packet.duration > left ? packet.clone({ duration: left }) : packet;
    this.#queue = this.#queue.then(() => onPacket(placed, meta));
    // Whoever awaits the queue gets the error; until then it must not count as unhandled.
    this.#queue.catch(() => undefined);
  }
}

async function guard(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new StudioError(
      'encoder-failed',
      `The sound could not be encoded as Opus: ${cause}. Use another browser, or convert the video to MP4 (H.264) first.`,
      { rule: 'encodes Opus', cause },
      { cause: error },
    );
  }
}
