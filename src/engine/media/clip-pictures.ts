import { BlobSource, Input, type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny';
import type { HdrTransfer } from '#core/media/asset.ts';
import { CLIP_FORMATS } from './clip-formats.ts';
import { hdrOf } from './describe-clip.ts';
import { SamplePainter } from './frame-canvas.ts';
import { drawStripPicture, drawThumbnail } from './thumbnail.ts';

/** Pictures of a filmstrip, spread evenly over the clip. */
const STRIP_PICTURES = 8;

/** Decoding the first picture shows whether a clip can be decoded, in seconds. */
const FIRST_PICTURE_SECONDS = 8;

/** A filmstrip is a convenience: what has not been decoded by then, in seconds, is left out. */
const STRIP_SECONDS = 8;

export interface ClipPictures {
  readonly thumbnail: Blob;
  /** JPEGs of 96 px height in the order of their times, evenly spread; fewer where decoding is slow. */
  readonly filmstrip: readonly Blob[];
  /** As the stream says, which may know more than its container. */
  readonly hdr: HdrTransfer | null;
}

/**
 * Decodes the first picture of a clip for real, and a few more for its filmstrip.
 * @returns null where this browser cannot decode it.
 * @param onAlive called with each picture.
 */
export async function clipPictures(bytes: Blob, onAlive: () => void): Promise<ClipPictures | null> {
  const input = new Input({ source: new BlobSource(bytes), formats: CLIP_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    const first = track && (await within(FIRST_PICTURE_SECONDS, firstPicture(track)));
    if (!track || !first) return null;
    onAlive();
    return { ...first, filmstrip: await filmstripOf(track, onAlive) };
  } finally {
    input.dispose();
  }
}

async function firstPicture(track: InputVideoTrack): Promise<Omit<ClipPictures, 'filmstrip'> | null> {
  try {
    const sample = await new VideoSampleSink(track).getSample(await track.getFirstTimestamp());
    if (!sample) return null;
    const hdr = hdrOf(sample.colorSpace.transfer);
    return { hdr, thumbnail: await drawnOnce(sample, new SamplePainter(), drawThumbnail) };
  } catch {
    // Not decodable here, whatever the browser's own words for it: the answer to what was asked.
    return null;
  }
}

async function filmstripOf(track: InputVideoTrack, onAlive: () => void): Promise<Blob[]> {
  const start = await track.getFirstTimestamp();
  const length = (await track.computeDuration()) - start;
  const times = Array.from({ length: STRIP_PICTURES }, (_, index) => start + ((index + 0.5) / STRIP_PICTURES) * length);
  const strip: Blob[] = [];
  const painter = new SamplePainter();
  const deadline = performance.now() + STRIP_SECONDS * 1000;
  const samples = new VideoSampleSink(track).samplesAtTimestamps(times);
  try {
    while (performance.now() < deadline) {
      const step = await within((deadline - performance.now()) / 1000, samples.next());
      if (!step || step.done) break;
      if (step.value) strip.push(await drawnOnce(step.value, painter, drawStripPicture));
      onAlive();
    }
  } catch {
    // A damaged stretch: the reader holds the picture before it, and the strip does without.
  } finally {
    // Not awaited: after a hang it would never answer. Disposing the input ends it.
    samples.return().catch(() => undefined);
  }
  return strip;
}

/** Null where it takes longer. */
async function within<T>(seconds: number, work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), seconds * 1000);
  });
  // Disposing the input fails work that was given up.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Closes the sample. */
async function drawnOnce(sample: VideoSample, painter: SamplePainter, draw: typeof drawThumbnail): Promise<Blob> {
  try {
    const size = { width: sample.displayWidth, height: sample.displayHeight };
    return await draw(size, (context, area) => painter.draw(sample, context, area));
  } finally {
    sample.close();
  }
}
