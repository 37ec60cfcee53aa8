import { BlobSource, Input, type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny';
import type { HdrTransfer } from '#core/media/asset.ts';
import { isBrightEnough, stripTimes, thumbnailTimes } from '#core/media/clip-stills.ts';
import { lookAt } from '#core/media/score-frames.ts';
import { CLIP_FORMATS } from './clip-formats.ts';
import { hdrOf } from './describe-clip.ts';
import { SamplePainter } from './frame-canvas.ts';
import { GreyReader } from './grey-reader.ts';
import { samplesWithin, within } from './samples-within.ts';
import { shownStart } from './shown-start.ts';
import { drawStripPicture, drawThumbnail } from './thumbnail.ts';

/** Decoding the first picture shows whether a clip can be decoded, in seconds. */
const FIRST_PICTURE_SECONDS = 8;

/** A thumbnail that is not black is a convenience: what has not been decoded by then, in seconds, is not looked at. */
const THUMBNAIL_SECONDS = 5;

/** So is a filmstrip: what has not been decoded by then is left out. */
const STRIP_SECONDS = 8;

export interface ClipPictures {
  /** Of the first picture, or of a later one where that is black. */
  readonly thumbnail: Blob;
  /** JPEGs of 144 px height in the order of their times, from the first picture to the last; fewer where decoding is slow. */
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
    const span = { start: await shownStart(track), end: await track.computeDuration() };
    const lit = first.isBlack ? await litThumbnail(track, span, onAlive) : null;
    return {
      hdr: first.hdr,
      thumbnail: lit ?? first.thumbnail,
      filmstrip: await filmstripOf(track, span, onAlive),
    };
  } finally {
    input.dispose();
  }
}

/** In seconds of the file's clock. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface FirstPicture extends Pick<ClipPictures, 'hdr' | 'thumbnail'> {
  readonly isBlack: boolean;
}

async function firstPicture(track: InputVideoTrack): Promise<FirstPicture | null> {
  try {
    const sample = await new VideoSampleSink(track).getSample(await shownStart(track));
    if (!sample) return null;
    try {
      const isBlack = !(await isLit(sample, new GreyReader()));
      const hdr = hdrOf(sample.colorSpace.transfer);
      return { hdr, isBlack, thumbnail: await drawn(sample, new SamplePainter(), drawThumbnail) };
    } finally {
      sample.close();
    }
  } catch {
    // Not decodable here, whatever the browser's own words for it: the answer to what was asked.
    return null;
  }
}

/** Of the first picture, a few seconds on at most, that is not black; null where there is none. */
async function litThumbnail(track: InputVideoTrack, { start, end }: Span, onAlive: () => void): Promise<Blob | null> {
  const [, ...later] = thumbnailTimes(start, end);
  const reader = new GreyReader();
  for await (const sample of samplesWithin(THUMBNAIL_SECONDS, track, later)) {
    try {
      onAlive();
      if (await isLit(sample, reader)) return await drawn(sample, new SamplePainter(), drawThumbnail);
    } finally {
      sample.close();
    }
  }
  return null;
}

async function isLit(sample: VideoSample, reader: GreyReader): Promise<boolean> {
  const picture = await reader.read(sample);
  return isBrightEnough(lookAt(picture.grey, null, picture).brightness);
}

async function filmstripOf(track: InputVideoTrack, { start, end }: Span, onAlive: () => void): Promise<Blob[]> {
  const strip: Blob[] = [];
  const painter = new SamplePainter();
  for await (const sample of samplesWithin(STRIP_SECONDS, track, stripTimes(start, end))) {
    try {
      strip.push(await drawn(sample, painter, drawStripPicture));
    } finally {
      sample.close();
    }
    onAlive();
  }
  return strip;
}

function drawn(sample: VideoSample, painter: SamplePainter, draw: typeof drawThumbnail): Promise<Blob> {
  const size = { width: sample.displayWidth, height: sample.displayHeight };
  return draw(size, (context, area) => painter.draw(sample, context, area));
}
