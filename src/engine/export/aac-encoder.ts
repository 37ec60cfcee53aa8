import { registerAacEncoder } from '@mediabunny/aac-encoder';
import { AudioSampleSource, type EncodedPacket, Mp4OutputFormat, NullTarget, Output, Quality } from 'mediabunny';
import { type StereoChunk, silence } from '#core/audio/stereo.ts';
import { StudioError } from '#core/errors.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import { stereoSample } from '../audio/stereo-sample.ts';
import { withTimeLimit } from '../media/time-limit.ts';
import type { PacketReceiver } from './frame-encoder.ts';

/** Samples that one AAC-LC packet holds (ISO/IEC 14496-3). */
export const AAC_PACKET_SAMPLES = 1024;

/** Its own worker answers in milliseconds; where that worker could not start, it never does. */
const STALL_SECONDS = 30;

/**
 * Which encoder to use, and how many samples of its output come before the first one of its input. In the file they
 * get negative times, which become an edit list: players leave them out and start in time.
 */
export interface AacChoice {
  readonly encoder: 'native' | 'bundled';
  readonly primingSamples: number;
}

/** libavcodec's encoder, whose delay is that of one packet. */
export const BUNDLED_AAC: AacChoice = { encoder: 'bundled', primingSamples: AAC_PACKET_SAMPLES };

/** Encodes the sound of a video to AAC-LC. Whoever opened it closes it, also after an error. */
export interface AacEncoder {
  /** Takes the next samples; the await is the backpressure. */
  add(chunk: StereoChunk): Promise<void>;
  /** Resolves when every packet has been received. They end exactly with the last sample. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** At most this many packets come from `samples` samples. */
export function aacPacketCount(samples: number, { primingSamples }: AacChoice): number {
  return Math.ceil((samples + primingSamples) / AAC_PACKET_SAMPLES);
}

/**
 * @param totalSamples that will be added; packets after their end are cut off.
 * @throws StudioError `encoder-failed` or `render-stalled`; so do `add` and `finish`.
 */
export async function openAacEncoder(
  choice: AacChoice,
  settings: AudioSettings,
  totalSamples: number,
  onPacket: PacketReceiver<EncodedAudioChunkMetadata>,
): Promise<AacEncoder> {
  if (choice.encoder === 'bundled') registerAacEncoder();
  const placer = new PacketPlacer(choice, settings.sampleRate, totalSamples, onPacket);
  const source = new AudioSampleSource({
    codec: 'aac',
    quality: new Quality({ bitrate: settings.bitRate, bitrateMode: 'constant' }),
    onEncodedPacket: (packet, meta) => placer.take(packet, meta),
  });
  // The library encodes only into a file. This one goes nowhere: packets are taken as they come out.
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'fragmented' }), target: new NullTarget() });
  output.addAudioTrack(source);
  await output.start();
  return new MediabunnyAacEncoder(output, source, placer, settings.sampleRate);
}

class MediabunnyAacEncoder implements AacEncoder {
  readonly #output: Output;
  readonly #source: AudioSampleSource;
  readonly #placer: PacketPlacer;
  readonly #sampleRate: number;
  #position = 0;

  constructor(output: Output, source: AudioSampleSource, placer: PacketPlacer, sampleRate: number) {
    this.#output = output;
    this.#source = source;
    this.#placer = placer;
    this.#sampleRate = sampleRate;
  }

  async add(chunk: StereoChunk): Promise<void> {
    await this.#encode(chunk);
    await this.#placer.received();
  }

  async finish(): Promise<void> {
    // Some encoders keep their last packets until more comes: what this adds is cut off again.
    await this.#encode(silence(3 * AAC_PACKET_SAMPLES));
    await this.#guard(this.#output.finalize());
    await this.#placer.received();
    this.#placer.expectComplete();
  }

  async close(): Promise<void> {
    if (this.#output.state === 'started') await this.#output.cancel();
  }

  async #encode(chunk: StereoChunk): Promise<void> {
    const sample = stereoSample(chunk, this.#sampleRate, this.#position);
    this.#position += chunk.left.length;
    try {
      await this.#guard(this.#source.add(sample));
    } finally {
      sample.close();
    }
  }

  async #guard(work: Promise<void>): Promise<void> {
    try {
      await withTimeLimit(work, STALL_SECONDS, stalled);
    } catch (error) {
      throw error instanceof StudioError ? error : audioEncoderError(error);
    }
  }
}

/** Gives packets their places in the video, by counting: what encoders say of their own delay cannot be relied on. */
class PacketPlacer {
  readonly #sampleRate: number;
  readonly #totalSamples: number;
  readonly #onPacket: PacketReceiver<EncodedAudioChunkMetadata>;
  /** First sample of the next packet. */
  #position: number;
  #queue: Promise<void> = Promise.resolve();

  constructor(
    choice: AacChoice,
    sampleRate: number,
    totalSamples: number,
    onPacket: PacketReceiver<EncodedAudioChunkMetadata>,
  ) {
    this.#sampleRate = sampleRate;
    this.#totalSamples = totalSamples;
    this.#onPacket = onPacket;
    this.#position = -choice.primingSamples;
  }

  take(packet: EncodedPacket, meta: EncodedAudioChunkMetadata | undefined): void {
    const start = this.#position;
    this.#position += AAC_PACKET_SAMPLES;
    if (start >= this.#totalSamples) return;
    const end = Math.min(this.#position, this.#totalSamples);
    const placed = packet.clone({ timestamp: start / this.#sampleRate, duration: (end - start) / this.#sampleRate });
    this.#queue = this.#queue.then(() => this.#onPacket(placed, meta));
    // Whoever awaits `received` gets the error; until then it must not count as unhandled.
    this.#queue.catch(() => undefined);
  }

  received(): Promise<void> {
    return this.#queue;
  }

  expectComplete(): void {
    if (this.#position < this.#totalSamples) {
      throw audioEncoderError(new Error(`it gave ${this.#position} of ${this.#totalSamples} samples`));
    }
  }
}

function stalled(): StudioError {
  return new StudioError(
    'render-stalled',
    `The sound encoder stopped answering: nothing came for ${STALL_SECONDS} seconds. Close other tabs, then try again.`,
    { rule: 'seconds without an answer', value: STALL_SECONDS },
  );
}

function audioEncoderError(thrown: unknown): StudioError {
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  return new StudioError(
    'encoder-failed',
    `The sound could not be encoded: ${cause}. Try again, or use another browser.`,
    { rule: 'encodes AAC', cause },
    { cause: thrown },
  );
}
