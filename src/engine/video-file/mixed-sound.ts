import type { AudioTrackMetadata } from 'mediabunny';
import type { StereoChunk } from '#core/audio/stereo.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import { chooseAacEncoder } from '../export/aac-choice.ts';
import { aacPacketCount, openAacEncoder } from '../export/aac-encoder.ts';
import type { PacketReceiver } from '../export/frame-encoder.ts';
import { OpusEncoder } from './opus-encoder.ts';
import type { SoundBeside } from './sound-beside.ts';
import type { VideoContainer, VideoWriter } from './video-writer.ts';

type SoundPacketReceiver = PacketReceiver<EncodedAudioChunkMetadata>;

/** Encodes one sound. Whoever opened it closes it, also after an error. */
interface SoundEncoder {
  add(chunk: StereoChunk): Promise<void>;
  /** Resolves when every packet has been received. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** How the sound of a new file is encoded. */
export interface SoundEncoding {
  readonly codec: 'aac' | 'opus';
  readonly metadata: AudioTrackMetadata;
  open(onPacket: SoundPacketReceiver): Promise<SoundEncoder>;
}

/** Opus in a WebM, else AAC. @param totalSamples that will be added, no more and no fewer. */
export async function soundEncodingFor(
  container: VideoContainer,
  audio: AudioSettings,
  totalSamples: number,
): Promise<SoundEncoding> {
  if (container === 'webm') {
    return { codec: 'opus', metadata: {}, open: (onPacket) => OpusEncoder.open(totalSamples, onPacket) };
  }
  const choice = await chooseAacEncoder(audio);
  return {
    codec: 'aac',
    metadata: { maximumPacketCount: aacPacketCount(totalSamples, choice) },
    open: (onPacket) => openAacEncoder(choice, audio, totalSamples, onPacket),
  };
}

/** A mix on its way into a file, as far as the file's pictures are. */
export class MixedSound implements SoundBeside {
  readonly #mix: AsyncGenerator<StereoChunk, void, undefined>;
  readonly #encoder: SoundEncoder;
  readonly #writer: VideoWriter;
  /** When the latest packet begins, in seconds. */
  readonly #reached: { time: number };
  #ended = false;

  private constructor(
    mix: AsyncGenerator<StereoChunk, void, undefined>,
    encoder: SoundEncoder,
    writer: VideoWriter,
    reached: { time: number },
  ) {
    this.#mix = mix;
    this.#encoder = encoder;
    this.#writer = writer;
    this.#reached = reached;
  }

  /** @param writer whose only sound it is. */
  static async open(
    writer: VideoWriter,
    encoding: SoundEncoding,
    mix: AsyncGenerator<StereoChunk, void, undefined>,
  ): Promise<MixedSound> {
    const reached = { time: Number.NEGATIVE_INFINITY };
    const encoder = await encoding.open(async (packet, meta) => {
      await writer.addSound(0, packet, meta);
      reached.time = packet.timestamp;
    });
    return new MixedSound(mix, encoder, writer, reached);
  }

  async bringTo(time: number): Promise<void> {
    while (this.#reached.time <= time && !this.#ended) {
      const step = await this.#mix.next();
      if (!step.done) await this.#encoder.add(step.value);
      else await this.#end();
    }
  }

  async close(): Promise<void> {
    await this.#mix.return();
    await this.#encoder.close();
  }

  async #end(): Promise<void> {
    await this.#encoder.finish();
    this.#writer.endSound(0);
    this.#ended = true;
  }
}
