import { registerMp3Encoder } from '@mediabunny/mp3-encoder';
import { AudioSampleSource, type EncodedPacket, Mp3OutputFormat, NullTarget, Output, Quality } from 'mediabunny';
import { mp3InfoFrame } from '#core/audio/mp3-info-frame.ts';
import type { StereoChunk } from '#core/audio/stereo.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { guardEncoding, SampleFeed, type SoundFile, type SoundShape } from './sound-file.ts';

/** By how much LAME's sound comes later out than it went in, in samples. */
const LAME_DELAY = 576;

/**
 * Writes frames one behind the other, after one that says how long the sound is and which samples at both ends are not
 * part of it: the media library's own says only the first of these, and players would begin late.
 */
export class Mp3File implements SoundFile {
  readonly #sink: ByteSink;
  readonly #shape: SoundShape;
  readonly #feed: SampleFeed;
  readonly #output: Output;
  /** Of which the frame in front is made. */
  #first: Uint8Array | null = null;
  #frames = 0;
  #frameSamples = 0;
  #bytes = 0;
  #sinkError: unknown = null;

  private constructor(sink: ByteSink, shape: SoundShape, bitRate: number) {
    registerMp3Encoder();
    this.#sink = sink;
    this.#shape = shape;
    const source = new AudioSampleSource({
      codec: 'mp3',
      quality: new Quality({ bitrate: bitRate, bitrateMode: 'constant' }),
      onEncodedPacket: (packet) => this.#take(packet),
    });
    this.#feed = new SampleFeed(source, shape, (work) => this.#guard(work));
    // The library encodes only into a file. This one goes nowhere: packets are taken as they come out.
    this.#output = new Output({ format: new Mp3OutputFormat(), target: new NullTarget() });
    this.#output.addAudioTrack(source);
  }

  /** Every method throws StudioError `disk-full` when the sink has no more room. @param bitRate in bits a second. */
  static async open(sink: ByteSink, shape: SoundShape, bitRate: number): Promise<Mp3File> {
    const file = new Mp3File(sink, shape, bitRate);
    await file.#guard(() => file.#output.start());
    return file;
  }

  add(chunk: StereoChunk): Promise<void> {
    return this.#feed.add(chunk);
  }

  async finish(): Promise<number> {
    await this.#guard(() => this.#output.finalize());
    if (!this.#first) return 0;
    const padding = this.#frames * this.#frameSamples - LAME_DELAY - this.#feed.samples;
    const facts = { frames: this.#frames, bytes: this.#bytes, delay: LAME_DELAY, padding };
    this.#sink.write(mp3InfoFrame(this.#first, facts), 0);
    return this.#bytes;
  }

  async cancel(): Promise<void> {
    if (this.#output.state === 'started') await this.#output.cancel();
  }

  #take({ data, duration }: EncodedPacket): void {
    if (this.#sinkError !== null) return;
    if (!this.#first) {
      this.#first = data;
      this.#bytes = mp3InfoFrame(data, { frames: 0, bytes: 0, delay: 0, padding: 0 }).byteLength;
      this.#frameSamples = Math.round(duration * this.#shape.sampleRate);
    }
    try {
      this.#sink.write(data, this.#bytes);
    } catch (thrown) {
      // The library would hide it behind an error of its own: whoever adds or finishes gets it.
      this.#sinkError = thrown;
    }
    this.#bytes += data.byteLength;
    this.#frames++;
  }

  #guard(work: () => Promise<void>): Promise<void> {
    return guardEncoding('MP3', async () => {
      await work();
      if (this.#sinkError !== null) throw this.#sinkError;
    });
  }
}
