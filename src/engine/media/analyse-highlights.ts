import { BlobSource, Input, type VideoSample, VideoSampleSink } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { HighlightCurve } from '#core/media/highlights.ts';
import { type FrameLook, highlightCurve, lookAt } from '#core/media/score-frames.ts';
import { CLIP_FORMATS } from './clip-formats.ts';
import { type GreyPicture, GreyReader } from './grey-reader.ts';
import { shownStart } from './shown-start.ts';
import { withTimeLimit } from './time-limit.ts';

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
    const start = await limited(shownStart(track));
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
      const picture: GreyPicture | null = step.value && (await readOnce(reader, step.value));
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

/** Closes the sample. */
async function readOnce(reader: GreyReader, sample: VideoSample): Promise<GreyPicture> {
  try {
    return await reader.read(sample);
  } finally {
    sample.close();
  }
}

function failure(name: string, cause: unknown): StudioError {
  return new StudioError(
    'decoder-failed',
    `“${name}” could not be looked through for its best part. It is shown from its beginning; choose another part by hand.`,
    { file: name, rule: 'decodable video', cause: String(cause) },
    { cause },
  );
}
