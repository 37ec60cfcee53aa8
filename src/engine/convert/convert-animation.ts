import type { PlannedAnimation } from '#core/convert/animation.ts';
import type { AnimationTarget } from '#core/convert/conversion.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import type { VideoFile } from '../video-file/open-video.ts';
import { type DrawnPictures, drawPictures } from './draw-pictures.ts';
import { encodeAnimation } from './encode-animation.ts';

export interface AnimationRequest {
  readonly file: VideoFile;
  readonly to: AnimationTarget;
  readonly plan: PlannedAnimation;
}

export interface AnimationReport {
  readonly step: 'drawing' | 'encoding';
  /** Pictures, of `total` in all. */
  readonly done: number;
  readonly total: number;
}

/**
 * Makes a GIF or an animated WebP of a part of a video. Its pictures are drawn first, as small as they will be, and wait as
 * planes until all of them are there: what is planned is held to `MOST_ANIMATION_PIXELS` before.
 * @returns when the file is on disk.
 * @throws StudioError naming the file; `encoder-failed`, `render-stalled`, `disk-full`.
 */
export async function convertAnimation(
  { file, to, plan }: AnimationRequest,
  sink: ByteSink,
  onProgress: (report: AnimationReport) => void,
): Promise<{ readonly bytes: number; readonly frames: number }> {
  const total = plan.frames;
  const pictures: DrawnPictures = await drawPictures(file, plan, (done) =>
    onProgress({ step: 'drawing', done, total }),
  );
  const bytes = await encodeAnimation({ name: file.name, to, plan, pictures }, (done, all) =>
    onProgress({ step: 'encoding', done, total: all }),
  );
  sink.write(bytes, 0);
  sink.flush();
  return { bytes: bytes.byteLength, frames: plan.frames };
}
