import { BlobSource, Input, MATROSKA, MP4, QTFF, type VideoSample, VideoSampleSink, WEBM } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import { MICROSECONDS_PER_SECOND } from '#core/units.ts';
import type { MediaFile } from '../compositor/compositor.ts';
import { withTimeLimit } from './time-limit.ts';

/** Longest wait for one picture, in seconds. */
const PICTURE_SECONDS = 10;

/** A jump ahead of more than this, in seconds, seeks instead of decoding all that lies between. */
const LONGEST_RUN = 1;

/** A time computed from a frame number may fall a rounding error short of the picture's own. */
const ROUNDING_SLACK = 1 / MICROSECONDS_PER_SECOND;

const FORMATS = [MP4, QTFF, MATROSKA, WEBM];

/**
 * Pictures of one clip, decoded in a stream: each once where they are asked for in order; other orders seek.
 * Holds two decoded pictures at a time, and owns them.
 */
export class ClipReader {
  private readonly input: Input;
  private track: { sink: VideoSampleSink; firstTimestamp: number } | null = null;
  private samples: AsyncGenerator<VideoSample, void, unknown> | null = null;
  private current: { timestamp: number; image: VideoFrame | ImageBitmap } | null = null;
  private next: VideoSample | null = null;

  constructor(private readonly file: MediaFile) {
    this.input = new Input({ formats: FORMATS, source: new BlobSource(file.bytes) });
  }

  /**
   * The picture on screen at `time`, in seconds from the first one. It stays the reader's, which closes it at the next call.
   * @throws StudioError `decoder-failed`
   */
  async pictureAt(time: number): Promise<VideoFrame | ImageBitmap> {
    try {
      const { firstTimestamp } = await this.open();
      return await this.advanceTo(time + firstTimestamp + ROUNDING_SLACK);
    } catch (thrown) {
      throw thrown instanceof StudioError ? thrown : this.failure(thrown);
    }
  }

  dispose(): void {
    this.drop();
    this.input.dispose();
  }

  private async open(): Promise<{ sink: VideoSampleSink; firstTimestamp: number }> {
    if (this.track) return this.track;
    const track = await this.limited(this.input.getPrimaryVideoTrack());
    if (!track) throw this.failure('no video track');
    const firstTimestamp = await this.limited(track.getFirstTimestamp());
    this.track = { sink: new VideoSampleSink(track), firstTimestamp };
    return this.track;
  }

  private async advanceTo(timestamp: number): Promise<VideoFrame | ImageBitmap> {
    const behind = this.current !== null && timestamp < this.current.timestamp;
    const farAhead = this.next !== null && timestamp > this.next.timestamp + LONGEST_RUN;
    if (!this.current || behind || farAhead) await this.seek(timestamp);
    while (this.next && (!this.current || this.next.timestamp <= timestamp)) await this.step();
    if (!this.current) throw this.failure('no picture');
    return this.current.image;
  }

  private async seek(timestamp: number): Promise<void> {
    const { sink } = await this.open();
    this.drop();
    this.samples = sink.samples(timestamp);
    this.next = await this.decodeOne(this.samples);
  }

  /** The next picture becomes the current one. */
  private async step(): Promise<void> {
    const { next, samples } = this;
    if (!next || !samples) return;
    const following = await this.decodeOne(samples);
    this.current?.image.close();
    this.current = { timestamp: next.timestamp, image: imageOf(next) };
    next.close();
    this.next = following;
  }

  private async decodeOne(samples: AsyncGenerator<VideoSample, void, unknown>): Promise<VideoSample | null> {
    const step = await this.limited(samples.next());
    return step.done ? null : step.value;
  }

  private drop(): void {
    // Ends the decoder; a decode under way then closes its own samples.
    this.samples?.return().catch(() => undefined);
    this.samples = null;
    this.current?.image.close();
    this.current = null;
    this.next?.close();
    this.next = null;
  }

  private limited<T>(work: Promise<T>): Promise<T> {
    return withTimeLimit(work, PICTURE_SECONDS, () => this.failure(`no picture within ${PICTURE_SECONDS} seconds`));
  }

  private failure(thrown: unknown): StudioError {
    return new StudioError(
      'decoder-failed',
      `“${this.file.name}” could not be decoded. Convert it to MP4 (H.264) and import that, or use another clip.`,
      { file: this.file.name, rule: 'decodable video', cause: String(thrown) },
      { cause: thrown },
    );
  }
}

/** The sample's picture, upright. The caller closes it. */
function imageOf(sample: VideoSample): VideoFrame | ImageBitmap {
  if (sample.rotation === 0 && !sample.flip) return sample.toVideoFrame();
  const canvas = new OffscreenCanvas(sample.displayWidth, sample.displayHeight);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This browser gives workers no 2D canvas.');
  sample.draw(context, 0, 0);
  return canvas.transferToImageBitmap();
}
