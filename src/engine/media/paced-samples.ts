import { EncodedPacketSink, type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny';
import { DecodeDepth, DecodePace } from './decode-pace.ts';

/** Pictures of a track as `VideoSampleSink.samples` gives them, with fewer of them decoded ahead. */
export class PacedSamples implements AsyncIterableIterator<VideoSample, void, unknown> {
  readonly #pace: DecodePace;
  readonly #samples: AsyncGenerator<VideoSample, void, unknown>;

  /**
   * @param start in seconds of the file's clock, as is `end`, which is exclusive.
   * @param depth what is known of the clip's decoder.
   */
  constructor(track: InputVideoTrack, start: number, end = Number.POSITIVE_INFINITY, depth = new DecodeDepth()) {
    this.#pace = new DecodePace(start, depth);
    this.#samples = new PacedSink(track, this.#pace).samples(start, end);
  }

  async next(): Promise<IteratorResult<VideoSample, void>> {
    this.#pace.ask();
    const step = await this.#samples.next();
    if (!step.done) this.#pace.take(step.value.timestamp);
    return step;
  }

  async return(): Promise<IteratorResult<VideoSample, void>> {
    this.#pace.end();
    return await this.#samples.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Asks for each packet's place before it is decoded. */
class PacedPackets extends EncodedPacketSink {
  constructor(
    track: InputVideoTrack,
    private readonly pace: DecodePace,
  ) {
    super(track);
  }

  override packets(...range: Parameters<EncodedPacketSink['packets']>): ReturnType<EncodedPacketSink['packets']> {
    return this.#paced(super.packets(...range));
  }

  async *#paced(packets: ReturnType<EncodedPacketSink['packets']>): ReturnType<EncodedPacketSink['packets']> {
    for await (const packet of packets) {
      await this.pace.enter(packet.timestamp);
      yield packet;
    }
  }
}

/** Not in the library's types, as `_createPacketSink` is not. */
const createDecoder = Reflect.get(VideoSampleSink.prototype, '_createDecoder') as (
  this: VideoSampleSink,
  onSample: (sample: VideoSample) => void,
  onError: (error: Error) => void,
) => Promise<unknown>;

class PacedSink extends VideoSampleSink {
  constructor(
    private readonly track: InputVideoTrack,
    private readonly pace: DecodePace,
  ) {
    super(track);
  }

  /**
   * Where the library gets its packets from. It offers no setting for how far it decodes ahead, and this method is not
   * in its types; a version without it would decode as far ahead as it likes, and give the same pictures.
   */
  _createPacketSink(): EncodedPacketSink {
    return new PacedPackets(this.track, this.pace);
  }

  /** What the decoder gives, those pictures too that the library closes because they only lead up to the first. */
  _createDecoder(onSample: (sample: VideoSample) => void, onError: (error: Error) => void): Promise<unknown> {
    const heard = (sample: VideoSample) => {
      this.pace.heard(sample.timestamp);
      onSample(sample);
    };
    return createDecoder.call(this, heard, onError);
  }
}
