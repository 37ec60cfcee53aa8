import {
  type AudioCodec,
  type AudioTrackMetadata,
  type EncodedPacket,
  EncodedPacketSink,
  type InputAudioTrack,
} from 'mediabunny';
import type { OpenVideo } from './open-video.ts';
import type { PlannedSound, SoundBeside } from './sound-beside.ts';
import { unknownSound } from './video-errors.ts';
import { CONTAINER_NAMES, holdsSound, type VideoContainer, type VideoWriter } from './video-writer.ts';

/** A sound track whose packets are taken over as they are. */
export interface CopiedSound {
  readonly track: InputAudioTrack;
  readonly codec: AudioCodec;
  readonly decoderConfig: AudioDecoderConfig;
  readonly metadata: AudioTrackMetadata;
}

/** PCM is cut into packets anew, some of silence where the source has gaps. */
const SPARE_PACKETS = 64;

/** @throws StudioError `file-unsupported` where such a file cannot hold the sound. */
export async function planSounds({ sounds, name }: OpenVideo, container: VideoContainer): Promise<CopiedSound[]> {
  const planned = await Promise.all(sounds.map((track) => planSound(track, container, name)));
  // The file is laid out once each track has begun: one without a packet never does.
  return planned.filter((sound) => sound !== null);
}

async function planSound(track: InputAudioTrack, container: VideoContainer, name: string): Promise<CopiedSound | null> {
  const { packetCount } = await track.computePacketStats();
  if (packetCount === 0) return null;
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !decoderConfig || !holdsSound(container, codec)) {
    throw unknownSound(name, codec ?? 'something unknown here', CONTAINER_NAMES[container]);
  }
  const trackName = await track.getName();
  return {
    track,
    codec,
    decoderConfig,
    metadata: {
      languageCode: await track.getLanguageCode(),
      ...(trackName !== null && { name: trackName }),
      disposition: await track.getDisposition(),
      maximumPacketCount: packetCount + SPARE_PACKETS,
    },
  };
}

/** @param shift seconds by which all times become less. */
export function copiedSounds(sounds: readonly CopiedSound[], shift: number): PlannedSound {
  return { tracks: sounds, open: async (writer) => new SoundCopier(writer, sounds, shift) };
}

/** Copies sound into a file beside its pictures, so that a player need not jump about in it. */
export class SoundCopier implements SoundBeside {
  readonly #writer: VideoWriter;
  readonly #shift: number;
  readonly #runs: readonly SoundRun[];

  /** @param shift seconds by which all times become less. */
  constructor(writer: VideoWriter, sounds: readonly CopiedSound[], shift: number) {
    this.#writer = writer;
    this.#shift = shift;
    this.#runs = sounds.map(({ track, decoderConfig }, index) => ({
      index,
      decoderConfig,
      packets: new EncodedPacketSink(track).packets(),
      reached: Number.NEGATIVE_INFINITY,
    }));
  }

  async bringTo(time: number): Promise<void> {
    for (const run of this.#runs) {
      while (run.reached <= time && run.reached < Number.POSITIVE_INFINITY) await this.#copyNext(run);
    }
  }

  async close(): Promise<void> {
    for (const run of this.#runs) await run.packets.return();
  }

  async #copyNext(run: SoundRun): Promise<void> {
    const step = await run.packets.next();
    if (step.done) {
      run.reached = Number.POSITIVE_INFINITY;
      this.#writer.endSound(run.index);
      return;
    }
    const { timestamp } = step.value;
    run.reached = timestamp - this.#shift;
    const packet = this.#shift === 0 ? step.value : step.value.clone({ timestamp: run.reached });
    await this.#writer.addSound(run.index, packet, { decoderConfig: run.decoderConfig });
  }
}

interface SoundRun {
  readonly index: number;
  readonly decoderConfig: AudioDecoderConfig;
  readonly packets: AsyncGenerator<EncodedPacket, void, unknown>;
  /** When the latest packet begins, in seconds of the new file; infinite once there is no more. */
  reached: number;
}
