import type { Size } from '#core/geometry.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { reencodedBitRate } from '../video-file/bit-rate.ts';
import { type OpenVideo, openVideo, type VideoFile, videoMetadata } from '../video-file/open-video.ts';
import type { PictureColours } from '../video-file/picture-colours.ts';
import { evenSize, openConvertedPlanes, openPlanes, visibleSize } from '../video-file/picture-planes.ts';
import { type Drawing, type RecodingPlan, recodeVideo, type WrittenVideo } from '../video-file/recode-video.ts';
import { copiedSounds, planSounds } from '../video-file/sound-copier.ts';
import { CaptionDrawer, type DrawnCaptions } from './caption-drawer.ts';
import { layInk } from './caption-ink.ts';

export interface BurnRequest {
  readonly file: VideoFile;
  readonly captions: DrawnCaptions;
}

/**
 * Puts captions into the pictures of a video. Size, rotation, the time of each picture and all sound stay as they are.
 * @param onFrames as `recodeVideo`.
 * @returns when the file is on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file; `encoder-failed`, `disk-full`.
 */
export async function burnCaptions(
  { file, captions }: BurnRequest,
  sink: ByteSink,
  onFrames: (frames: number) => void,
): Promise<WrittenVideo> {
  const video = await openVideo(file);
  try {
    const sound = copiedSounds(await planSounds(video, 'mp4'), video.shift);
    const plan = async (first: VideoFrame) => planFor(video, captions, visibleSize(first));
    return await recodeVideo({ video, container: 'mp4', sound, plan }, sink, onFrames);
  } finally {
    video.input.dispose();
  }
}

function planFor(video: OpenVideo, captions: DrawnCaptions, stored: Size): RecodingPlan {
  const { shown, rotation, flip, codec, bitRate, frameRate } = video;
  const size = evenSize(stored);
  return {
    codec: 'avc',
    size,
    bitRate: reencodedBitRate({ codec, bitRate, size, frameRate }),
    metadata: videoMetadata(video, 'mp4'),
    shape: shapeOf(video, stored),
    openPlanes: (first, isBt709) => (isBt709 ? openConvertedPlanes(first) : openPlanes(first)),
    advice: 'Use another browser, or save the captions as a file.',
    openDrawing: async (colours: PictureColours) =>
      drawingOf(await CaptionDrawer.open(captions, { stored, shown, rotation, flip }, colours)),
  };
}

function drawingOf(drawer: CaptionDrawer): Drawing {
  return {
    at(time) {
      const ink = drawer.inkAt(time);
      return ink && ((planes, places) => layInk(planes, places, ink));
    },
    dispose: () => drawer.dispose(),
  };
}

/** Of what shape the pixels are, where they are not square. */
function shapeOf({ shown, rotation }: OpenVideo, stored: Size): RecodingPlan['shape'] {
  const [along, across] = rotation % 180 === 0 ? [shown.width, shown.height] : [shown.height, shown.width];
  if (along * stored.height === across * stored.width) return {};
  return { displayAspectWidth: along, displayAspectHeight: across };
}
