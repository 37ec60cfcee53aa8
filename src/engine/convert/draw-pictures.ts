import type { VideoSample } from 'mediabunny';
import type { PlannedAnimation } from '#core/convert/animation.ts';
import { decodedPictures } from '../video-file/decoded-pictures.ts';
import { type OpenVideo, openVideo, type VideoFile } from '../video-file/open-video.ts';
import type { PictureColours } from '../video-file/picture-colours.ts';
import type { PicturePlanes } from '../video-file/picture-planes.ts';
import { turnedSize } from '../video-file/turn-plane.ts';
import { changingVideo, noVideo } from '../video-file/video-errors.ts';
import { openShownPlanes } from './shown-planes.ts';

/** Pictures one behind the other, as I420. */
export interface DrawnPictures {
  /** The browser may keep it on disk. */
  readonly planes: Blob;
  readonly colours: PictureColours;
}

/** Times that are meant to be equal may differ by rounding, in seconds. */
const ROUNDING = 1e-4;

/**
 * The picture that is on at each of even times, upright and as small as it was planned.
 * @param onFrame how many there are.
 * @throws StudioError naming the file.
 */
export async function drawPictures(
  file: VideoFile,
  plan: PlannedAnimation,
  onFrame: (frames: number) => void,
): Promise<DrawnPictures> {
  const video = await openVideo(file);
  try {
    return await draw(video, plan, onFrame);
  } finally {
    video.input.dispose();
  }
}

async function draw(
  video: OpenVideo,
  plan: PlannedAnimation,
  onFrame: (frames: number) => void,
): Promise<DrawnPictures> {
  const { frames, frameRate } = plan;
  const start = video.start + plan.startSeconds;
  const drawer = new PictureDrawer(video, plan);
  const drawn: Blob[] = [];
  /** Gives the picture to all that come before `time`. */
  const show = async (sample: VideoSample, time: number) => {
    const due = Math.min(frames, Math.ceil((time - ROUNDING - start) * frameRate));
    if (due <= drawn.length) return;
    const picture = await drawer.draw(sample);
    while (drawn.length < due) drawn.push(picture);
    onFrame(drawn.length);
  };
  let shown: VideoSample | null = null;
  try {
    for await (const sample of decodedPictures({ ...video, start })) {
      if (shown) await show(shown, sample.timestamp);
      shown?.close();
      shown = sample;
      if (drawn.length === frames) break;
    }
    if (shown) await show(shown, Number.POSITIVE_INFINITY);
  } finally {
    shown?.close();
  }
  if (!drawer.colours) throw noVideo(video.name);
  return { planes: new Blob(drawn), colours: drawer.colours };
}

class PictureDrawer {
  readonly #video: OpenVideo;
  readonly #plan: PlannedAnimation;
  #planes: PicturePlanes | null = null;

  constructor(video: OpenVideo, plan: PlannedAnimation) {
    this.#video = video;
    this.#plan = plan;
  }

  /** Null before the first picture. */
  get colours(): PictureColours | null {
    return this.#planes?.colours ?? null;
  }

  /** @throws StudioError `file-unsupported` where the picture is of another kind than the first. */
  async draw(sample: VideoSample): Promise<Blob> {
    const frame = sample.toVideoFrame();
    try {
      this.#planes ??= await this.#open(frame);
      const bytes = await this.#planes.read(frame);
      if (!bytes) throw changingVideo(this.#video.name, 'one kind', 'another');
      return new Blob([bytes]);
    } finally {
      frame.close();
    }
  }

  #open(first: VideoFrame): Promise<PicturePlanes> {
    const { rotation, flip } = this.#video;
    const turn = rotation !== 0 || flip ? { rotation, flip } : null;
    const lying = turn ? turnedSize(this.#plan.size, turn) : this.#plan.size;
    return openShownPlanes(first, false, { lying, turn });
  }
}
