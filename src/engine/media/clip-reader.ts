import { BlobSource, EncodedPacketSink, Input, type VideoSample } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import { MICROSECONDS_PER_SECOND } from '#core/units.ts';
import type { MediaFile } from '../compositor/compositor.ts';
import { carefulSamples, type SampleSource } from './careful-samples.ts';
import { CLIP_FORMATS } from './clip-formats.ts';
import { DecodeDepth } from './decode-pace.ts';
import { LoopWatch } from './loop-watch.ts';
import { PacedSamples } from './paced-samples.ts';
import { SampleRun } from './sample-run.ts';
import { shownStart } from './shown-start.ts';
import { withTimeLimit } from './time-limit.ts';
import { UprightPictures } from './upright-pictures.ts';

/** Longest wait for one picture, in seconds. */
const PICTURE_SECONDS = 10;

/** A jump ahead of less than this, in seconds, decodes what lies between without looking for a key picture. */
const SHORT_RUN = 0.5;

/** A time computed from a frame number may fall a rounding error short of the picture's own. */
const ROUNDING_SLACK = 1 / MICROSECONDS_PER_SECOND;

interface OpenTrack extends SampleSource {
  /** In seconds, of the file's own clock. */
  readonly firstTimestamp: number;
}

/**
 * Pictures of one clip, decoded in a stream: each once where they are asked for in order; other orders seek. A clip that
 * is seen to start over has the beginning of its next round decoded ahead. Holds a few decoded pictures, and owns them.
 */
export class ClipReader {
  private readonly input: Input;
  private readonly pictures = new UprightPictures();
  private readonly loop = new LoopWatch();
  private readonly depth = new DecodeDepth();
  private track: OpenTrack | null = null;
  private run: SampleRun | null = null;
  /** The beginning of the next round. */
  private standby: SampleRun | null = null;
  private current: { timestamp: number; image: VideoFrame | ImageBitmap } | null = null;
  private disposed = false;

  constructor(private readonly file: MediaFile) {
    this.input = new Input({ formats: CLIP_FORMATS, source: new BlobSource(file.bytes) });
  }

  /**
   * The picture on screen at `time`, in seconds from the first one: the last that has begun. It stays the reader's,
   * which closes it at the next call. Over a damaged stretch of up to 2 s the picture before it is held.
   * @throws StudioError `decoder-failed`
   */
  async pictureAt(time: number): Promise<VideoFrame | ImageBitmap> {
    try {
      const { firstTimestamp } = await this.open();
      return await this.advanceTo(Math.max(0, time) + firstTimestamp + ROUNDING_SLACK);
    } catch (thrown) {
      throw thrown instanceof StudioError ? thrown : this.failure(thrown);
    }
  }

  dispose(): void {
    this.disposed = true;
    this.drop();
    this.standby?.dispose();
    this.standby = null;
    this.input.dispose();
  }

  private async open(): Promise<OpenTrack> {
    if (this.track) return this.track;
    const track = await this.limited(this.input.getPrimaryVideoTrack());
    if (!track) throw this.failure('no video track');
    const firstTimestamp = await this.limited(shownStart(track));
    this.pictures.squarePixels = await this.limited(hasSquarePixels(track));
    this.track = {
      track,
      packets: new EncodedPacketSink(track),
      firstTimestamp,
      end: await this.limited(track.computeDuration()),
    };
    return this.track;
  }

  private async advanceTo(timestamp: number): Promise<VideoFrame | ImageBitmap> {
    const round = this.loop.note(timestamp);
    if (!this.current || timestamp < this.current.timestamp) await this.goTo(timestamp);
    else if (await this.isQuickerBySeeking(timestamp)) await this.goTo(timestamp);
    while (this.run?.next && (!this.current || this.run.next.timestamp <= timestamp)) {
      await this.step(this.run, timestamp);
    }
    if (!this.current) throw this.failure('no picture');
    if (round !== null && !this.standby) this.standby = this.start(round);
    return this.current.image;
  }

  /** Ahead there may be no key picture nearer than where decoding stands: then running on is the shorter way. */
  private async isQuickerBySeeking(timestamp: number): Promise<boolean> {
    const next = this.run?.next;
    if (!next || timestamp <= next.timestamp + SHORT_RUN) return false;
    const { packets } = await this.open();
    const key = await this.limited(packets.getKeyPacket(timestamp, { metadataOnly: true }));
    return key !== null && key.timestamp > next.timestamp;
  }

  private async goTo(timestamp: number): Promise<void> {
    const { standby } = this;
    this.standby = null;
    this.drop();
    if (standby?.startsBy(timestamp)) this.run = standby;
    else {
      standby?.dispose();
      this.run = this.start(timestamp);
    }
    await this.fill(this.run, timestamp);
  }

  private start(timestamp: number): SampleRun {
    const { track } = this.opened();
    return new SampleRun(timestamp, new PacedSamples(track, timestamp, undefined, this.depth), (work) =>
      this.limited(work),
    );
  }

  /** The run's next picture becomes the current one, at `timestamp`. */
  private async step(run: SampleRun, timestamp: number): Promise<void> {
    const sample = run.take();
    if (!sample) return;
    const reached = sample.timestamp;
    await this.show(sample, timestamp);
    await this.fill(run, reached);
  }

  private async show(sample: VideoSample, timestamp: number): Promise<void> {
    this.current?.image.close();
    this.current = null;
    try {
      // Behind a damaged stretch the first picture stands in for those before it.
      const begins = Math.min(sample.timestamp, timestamp);
      const image = await this.pictures.imageOf(sample);
      if (this.disposed) image.close();
      else this.current = { timestamp: begins, image };
    } finally {
      sample.close();
    }
  }

  /** Decodes the picture behind the one at `reached`. What breaks there is passed over, if it is short. */
  private async fill(run: SampleRun, reached: number): Promise<void> {
    try {
      await run.fill();
    } catch (thrown) {
      if (thrown instanceof StudioError) throw thrown;
      run.dispose();
      this.run = new SampleRun(reached, carefulSamples(this.opened(), reached), (work) => this.limited(work));
      await this.run.fill();
    }
  }

  private opened(): OpenTrack {
    if (!this.track) throw new Error('The clip is not open.');
    return this.track;
  }

  private drop(): void {
    this.run?.dispose();
    this.run = null;
    this.current?.image.close();
    this.current = null;
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

async function hasSquarePixels(track: {
  getPixelAspectRatio(): Promise<{ num: number; den: number }>;
}): Promise<boolean> {
  const { num, den } = await track.getPixelAspectRatio();
  return num === den;
}
