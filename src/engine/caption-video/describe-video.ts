import type { Size } from '#core/geometry.ts';
import { reencodedBitRate } from '../video-file/bit-rate.ts';
import { openVideo, type VideoFile } from '../video-file/open-video.ts';

/** What captioning a file will take. */
export interface VideoDescription {
  /** Of the pictures, from the first one's beginning to the last one's end. */
  readonly durationSeconds: number;
  readonly frames: number;
  /** As a viewer sees it. */
  readonly size: Size;
  /** About how large the file with captions in its pictures will be. */
  readonly burnedBytes: number;
}

/** @throws StudioError as `openVideo`. */
export async function describeVideo(file: VideoFile): Promise<VideoDescription> {
  const video = await openVideo(file);
  try {
    const { start, end, packets, shown, codec, bitRate, frameRate } = video;
    const durationSeconds = end - start;
    const pictureBits = reencodedBitRate({ codec, bitRate, size: shown, frameRate }) * durationSeconds;
    const sourceBits = bitRate * durationSeconds;
    // What of the file is no picture stays as it is.
    const others = Math.max(0, file.bytes.size - sourceBits / 8);
    return { durationSeconds, frames: packets, size: shown, burnedBytes: Math.ceil(pictureBits / 8 + others) };
  } finally {
    video.input.dispose();
  }
}
