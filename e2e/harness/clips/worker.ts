import { expose, transfer } from 'comlink';
import type { Size } from '#core/geometry.ts';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import { bestPart } from '#core/media/highlights.ts';
import { openTrack } from '#engine/audio/decode-track.ts';
import { analyseHighlights } from '#engine/media/analyse-highlights.ts';
import { ClipReader } from '#engine/media/clip-reader.ts';
import { inspectFile } from '#engine/media/inspect-file.ts';

export interface SeenPicture extends Size {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** The pictures of a clip at these times, after everything that an import does to it. */
async function picturesOf(file: File, times: readonly number[]): Promise<SeenPicture[]> {
  const { rendition } = await inspectFile(file, DEFAULT_LIMITS, () => undefined);
  return read(rendition ?? file, file.name, times);
}

/** The pictures of a clip as it is, seen by so many readers at once. */
async function picturesOfReaders(file: File, times: readonly number[], readers: number): Promise<SeenPicture[][]> {
  return Promise.all(Array.from({ length: readers }, () => read(file, file.name, times)));
}

async function stillOf(file: File): Promise<SeenPicture> {
  const { rendition } = await inspectFile(file, DEFAULT_LIMITS, () => undefined);
  const bitmap = await createImageBitmap(rendition ?? file);
  const seen = pixelsOf(bitmap, { width: bitmap.width, height: bitmap.height });
  bitmap.close();
  return seen;
}

/** Where the part of so many seconds begins that is most worth seeing. */
async function bestPartOf(file: File, lengthSeconds: number, durationSeconds: number): Promise<number> {
  return bestPart(await analyseHighlights(file, file.name, () => undefined), lengthSeconds, durationSeconds);
}

/** Where a file's sound first gets loud, in seconds as the studio counts; null where it never does. */
async function firstLoud(file: File): Promise<number | null> {
  const track = await openTrack(file, file.name);
  try {
    for await (const { time, sampleRate, stereo } of track.chunks()) {
      const sample = stereo.left.findIndex((value) => Math.abs(value) > 0.2);
      if (sample >= 0) return time + sample / sampleRate;
    }
    return null;
  } finally {
    track.dispose();
  }
}

async function read(bytes: Blob, name: string, times: readonly number[]): Promise<SeenPicture[]> {
  const reader = new ClipReader({ assetId: name, name, bytes });
  try {
    const seen: SeenPicture[] = [];
    for (const time of times) {
      const image = await reader.pictureAt(time);
      const size =
        image instanceof VideoFrame
          ? { width: image.displayWidth, height: image.displayHeight }
          : { width: image.width, height: image.height };
      seen.push(pixelsOf(image, size));
    }
    return transfer(
      seen,
      seen.map(({ rgba }) => rgba.buffer),
    );
  } finally {
    reader.dispose();
  }
}

function pixelsOf(image: CanvasImageSource, size: Size): SeenPicture {
  const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No 2D canvas.');
  context.drawImage(image, 0, 0, size.width, size.height);
  return { ...size, rgba: context.getImageData(0, 0, size.width, size.height).data };
}

const api = { firstLoud, bestPartOf, picturesOf, picturesOfReaders, stillOf };
export type ClipsHarness = typeof api;
expose(api);
