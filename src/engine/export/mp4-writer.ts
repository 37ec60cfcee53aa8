import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import type { FrameRate } from '#core/units.ts';
import type { ByteSink } from './byte-sink.ts';
import { SinkTarget } from './sink-target.ts';

/** What room to leave at the start of the file, where its tables go at the end. */
export interface Mp4Plan {
  readonly frameRate: FrameRate;
  /** At most so many packets of each kind. */
  readonly videoPackets: number;
  readonly audioPackets: number;
}

/**
 * Writes one video and one audio track to an MP4 whose `moov` stands before its `mdat`. Packets go to the sink as they
 * come; only their sizes and times stay in memory (about 1 KB each).
 */
export interface Mp4Writer {
  addVideo(packet: EncodedPacket, meta: EncodedVideoChunkMetadata | undefined): Promise<void>;
  /** Times before 0 are the encoder's delay: an edit list leaves them out. */
  addAudio(packet: EncodedPacket, meta: EncodedAudioChunkMetadata | undefined): Promise<void>;
  /** Completes the file and gives its size in bytes. */
  finish(): Promise<number>;
  /** Gives up. What was written stays in the sink, for its owner to remove. */
  cancel(): Promise<void>;
}

/** Every method throws StudioError `disk-full` when the sink has no more room. */
export async function openMp4(sink: ByteSink, plan: Mp4Plan): Promise<Mp4Writer> {
  const writer = new MediabunnyMp4Writer(sink, plan);
  await writer.start();
  return writer;
}

class MediabunnyMp4Writer implements Mp4Writer {
  readonly #video = new EncodedVideoPacketSource('avc');
  readonly #audio = new EncodedAudioPacketSource('aac');
  readonly #output: Output;
  readonly #target: SinkTarget;

  constructor(sink: ByteSink, { frameRate, videoPackets, audioPackets }: Mp4Plan) {
    this.#target = new SinkTarget(sink);
    this.#output = new Output({
      format: new Mp4OutputFormat({ fastStart: 'reserve' }),
      target: this.#target.stream,
    });
    this.#output.addVideoTrack(this.#video, {
      frameRate: frameRate.numerator / frameRate.denominator,
      maximumPacketCount: videoPackets,
    });
    this.#output.addAudioTrack(this.#audio, { maximumPacketCount: audioPackets });
  }

  start(): Promise<void> {
    return this.#target.guard(() => this.#output.start());
  }

  addVideo(packet: EncodedPacket, meta: EncodedVideoChunkMetadata | undefined): Promise<void> {
    return this.#target.guard(() => this.#video.add(packet, meta));
  }

  addAudio(packet: EncodedPacket, meta: EncodedAudioChunkMetadata | undefined): Promise<void> {
    return this.#target.guard(() => this.#audio.add(packet, meta));
  }

  async finish(): Promise<number> {
    await this.#target.guard(() => this.#output.finalize());
    return this.#target.bytes;
  }

  cancel(): Promise<void> {
    return this.#target.giveUp(this.#output);
  }
}
