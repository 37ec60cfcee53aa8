import { BlobSource, Input, type VideoSample, VideoSampleSink } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import { type Size, scaleSize } from '#core/geometry.ts';
import type { HighlightCurve } from '#core/media/highlights.ts';
import { type FrameLook, highlightCurve, lookAt } from '#core/media/score-frames.ts';
import { CLIP_FORMATS } from './clip-formats.ts';
import { SamplePainter } from './frame-canvas.ts';
import { withTimeLimit } from './time-limit.ts';

/** Longer side of the pictures that are looked at, in pixels. */
const LOOK_SIDE = 96;

const LOOKS_PER_WINDOW = 2;
const WINDOW_SECONDS = 0.5;

/** Of a long clip no more than so many pictures are looked at, farther apart. */
const MOST_LOOKS = 600;

/** Longest wait for one picture, in seconds. */
const PICTURE_SECONDS = 10;

/**
 * Looks through a clip, a few small pictures a second, for what is worth seeing.
 * @param name what the file is called, for error messages.
 * @param onProgress 0 to 1.
 * @throws StudioError `decoder-failed`. A damaged end gives the curve of what comes before it.
 */
export async function analyseHighlights(
  bytes: Blob,
  name: string,
  onProgress: (fraction: number) => void,
): Promise<HighlightCurve> {
  const input = new Input({ source: new BlobSource(bytes), formats: CLIP_FORMATS });
  const limited = <T>(work: Promise<T>) => withTimeLimit(work, PICTURE_SECONDS, () => failure(name, 'no picture'));
  try {
    const track = await limited(input.getPrimaryVideoTrack());
    if (!track) throw failure(name, 'no video track');
    const start = await limited(track.getFirstTimestamp());
    const duration = (await limited(track.computeDuration())) - start;
    const step = Math.max(WINDOW_SECONDS / LOOKS_PER_WINDOW, duration / MOST_LOOKS);
    const times = Array.from({ length: Math.max(1, Math.floor(duration / step)) }, (_, index) => start + index * step);
    const samples = new VideoSampleSink(track).samplesAtTimestamps(times);
    const looks = await looksOf(samples, limited, (count) => onProgress(count / times.length));
    return highlightCurve(looks, LOOKS_PER_WINDOW, step * LOOKS_PER_WINDOW);
  } catch (error) {
    throw error instanceof StudioError ? error : failure(name, error);
  } finally {
    input.dispose();
  }
}

async function looksOf(
  samples: AsyncGenerator<VideoSample | null, void, unknown>,
  limited: <T>(work: Promise<T>) => Promise<T>,
  onLook: (count: number) => void,
): Promise<FrameLook[]> {
  const looks: FrameLook[] = [];
  const reader = new GreyReader();
  let before: Uint8Array | null = null;
  try {
    for (;;) {
      const step = await limited(samples.next());
      if (step.done) return looks;
      const picture: GreyPicture | null = step.value && (await reader.read(step.value));
      if (picture) looks.push(lookAt(picture.grey, before, picture));
      before = picture?.grey ?? before;
      onLook(looks.length);
    }
  } catch (error) {
    // Behind damage there is nothing to see; what has been seen still counts.
    if (looks.length > 0) return looks;
    throw error;
  } finally {
    // Not awaited: after a hang it would never answer. Disposing the input ends it.
    samples.return().catch(() => undefined);
  }
}

interface GreyPicture extends Size {
  readonly grey: Uint8Array;
}

/** Makes small grey pictures, all of the first one's size. */
class GreyReader {
  readonly #painter = new SamplePainter();
  #context: OffscreenCanvasRenderingContext2D | null = null;

  /** Closes the sample. */
  async read(sample: VideoSample): Promise<GreyPicture> {
    try {
      const context = this.#context ?? this.#open({ width: sample.displayWidth, height: sample.displayHeight });
      const { width, height } = context.canvas;
      await this.#painter.draw(sample, context, { width, height });
      return { width, height, grey: greyOf(context.getImageData(0, 0, width, height).data) };
    } finally {
      sample.close();
    }
  }

  #open(source: Size): OffscreenCanvasRenderingContext2D {
    const { width, height } = scaleSize(source, Math.min(1, LOOK_SIDE / Math.max(source.width, source.height)));
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (!context) throw new Error('This browser gives workers no 2D canvas.');
    this.#context = context;
    return context;
  }
}

/** Rec. 709 luma of RGBA. */
function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const [red = 0, green = 0, blue = 0] = [rgba[pixel * 4], rgba[pixel * 4 + 1], rgba[pixel * 4 + 2]];
    grey[pixel] = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  return grey;
}

function failure(name: string, cause: unknown): StudioError {
  return new StudioError(
    'decoder-failed',
    `“${name}” could not be looked through for its best part. It is shown from its beginning; choose another part by hand.`,
    { file: name, rule: 'decodable video', cause: String(cause) },
    { cause },
  );
}
