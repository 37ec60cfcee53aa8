import { AudioSampleSource, Output, WavOutputFormat } from 'mediabunny';
import type { StereoChunk } from '#core/audio/stereo.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { SinkTarget } from '../export/sink-target.ts';
import { guardEncoding, SampleFeed, type SoundFile, type SoundShape } from './sound-file.ts';

/** Writes 16 bits a sample. */
export class WavFile implements SoundFile {
  readonly #target: SinkTarget;
  readonly #output: Output;
  readonly #feed: SampleFeed;

  private constructor(sink: ByteSink, shape: SoundShape, isLarge: boolean) {
    this.#target = new SinkTarget(sink);
    const source = new AudioSampleSource({ codec: 'pcm-s16' });
    this.#feed = new SampleFeed(source, shape, (work) => this.#guard(work));
    this.#output = new Output({ format: new WavOutputFormat({ large: isLarge }), target: this.#target.stream });
    this.#output.addAudioTrack(source);
  }

  /**
   * Every method throws StudioError `disk-full` when the sink has no more room.
   * @param isLarge it may get more than 4 GiB: written as RF64 (EBU Tech 3306).
   */
  static async open(sink: ByteSink, shape: SoundShape, isLarge: boolean): Promise<WavFile> {
    const file = new WavFile(sink, shape, isLarge);
    await file.#guard(() => file.#output.start());
    return file;
  }

  add(chunk: StereoChunk): Promise<void> {
    return this.#feed.add(chunk);
  }

  async finish(): Promise<number> {
    await this.#guard(() => this.#output.finalize());
    return this.#target.bytes;
  }

  cancel(): Promise<void> {
    return this.#target.giveUp(this.#output);
  }

  #guard(work: () => Promise<void>): Promise<void> {
    return guardEncoding('WAV', () => this.#target.guard(work));
  }
}
