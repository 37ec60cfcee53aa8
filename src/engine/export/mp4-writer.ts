import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
} from 'mediabunny';
import { toStudioError } from '#core/errors.ts';
import type { FrameRate } from '#core/units.ts';
import type { ByteSink } from './byte-sink.ts';

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
  #bytes = 0;
  #sinkError: unknown = null;

  constructor(sink: ByteSink, { frameRate, videoPackets, audioPackets }: Mp4Plan) {
    const writable = new WritableStream<StreamTargetChunk>({
      write: ({ data, position }) => {
        try {
          sink.write(data, position);
        } catch (error) {
          this.#sinkError = error;
          throw error;
        }
        this.#bytes = Math.max(this.#bytes, position + data.byteLength);
      },
    });
    this.#output = new Output({
      format: new Mp4OutputFormat({ fastStart: 'reserve' }),
      target: new StreamTarget(writable, { chunked: true, chunkSize: 2 ** 20 }),
    });
    this.#output.addVideoTrack(this.#video, {
      frameRate: frameRate.numerator / frameRate.denominator,
      maximumPacketCount: videoPackets,
    });
    this.#output.addAudioTrack(this.#audio, { maximumPacketCount: audioPackets });
  }

  start(): Promise<void> {
    return this.#guard(() => this.#output.start());
  }

  addVideo(packet: EncodedPacket, meta: EncodedVideoChunkMetadata | undefined): Promise<void> {
    return this.#guard(() => this.#video.add(packet, meta));
  }

  addAudio(packet: EncodedPacket, meta: EncodedAudioChunkMetadata | undefined): Promise<void> {
    return this.#guard(() => this.#audio.add(packet, meta));
  }

  async finish(): Promise<number> {
    await this.#guard(() => this.#output.finalize());
    return this.#bytes;
  }

  async cancel(): Promise<void> {
    // A stream that its sink has broken off needs no more giving up, and would only repeat the sink's error.
    if (this.#output.state === 'started' && this.#sinkError === null) await this.#guard(() => this.#output.cancel());
  }

  /** The sink's own error says more than the stream's. */
  async #guard(work: () => Promise<void>): Promise<void> {
    if (this.#sinkError !== null) throw toStudioError(this.#sinkError);
    try {
      await work();
    } catch (error) {
      throw toStudioError(this.#sinkError ?? error);
    }
  }
}
