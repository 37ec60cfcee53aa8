import { containRect, coverCrop, type Rect, type Size, scaleRectAboutCentre, scaleSize } from '../geometry.ts';
import type { MotionView } from '../style/motion.ts';
import { sourceTimeAt } from '../timeline/playback.ts';
import type { ContentClip } from '../timeline/timeline.ts';
import { type FrameRate, frameToSeconds } from '../units.ts';
import { BACKGROUND_COLOUR } from './composition.ts';
import type { FillLayer, PictureLayer, PictureReference } from './scene.ts';

/** Ink over a blurred picture, so that the sharp one before it stands out. */
const BLUR_SHADE = 0.35;
const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** Frames that a shot is on beyond its own span, for its transitions. */
export interface Overlap {
  readonly before: number;
  readonly after: number;
}

/**
 * The layers of one shot, bottom to top.
 * @param offset frames from the clip's start; negative, or beyond its length, during a transition.
 */
export function contentLayers(
  clip: ContentClip,
  offset: number,
  overlap: Overlap,
  rate: FrameRate,
): (FillLayer | PictureLayer)[] {
  const view = viewAt(clip, offset, overlap);
  const { box } = clip;
  const picture = pictureOf(clip, offset, rate);
  const opaque = clip.kind === 'video' || clip.opaque;
  const shared = { kind: 'picture', picture, opacity: 1, grade: clip.grade, opaque, blurred: false } as const;
  if (clip.fit === 'cover') {
    return [{ ...shared, ...covering(clip, box, view) }];
  }
  const fitted = containRect(clip.sourceSize, box);
  const whole = {
    ...shared,
    crop: { x: 0, y: 0, ...clip.sourceSize },
    part: view.part,
    area: scaleRectAboutCentre(fitted, view.zoom),
    largestArea: largestArea(clip, fitted),
  };
  const ground = scaleRectAboutCentre(box, view.zoom);
  if (clip.bars === 'plain') return [fill(ground), whole];
  const blurred = { ...shared, ...covering(clip, box, { ...view, part: WHOLE }), blurred: true };
  return [blurred, { ...fill(ground), opacity: BLUR_SHADE }, whole];
}

/** The picture cut to the shape of the box, and what of it is shown now. */
function covering(clip: ContentClip, box: Rect, { zoom, part }: MotionView) {
  return {
    crop: coverCrop(clip.sourceSize, box, clip.focus),
    part,
    area: scaleRectAboutCentre(box, zoom),
    largestArea: largestArea(clip, box),
  };
}

/** Size of the whole crop where it is drawn largest: the engine scales the source once, to this. */
function largestArea({ motion: { from, to } }: ContentClip, box: Size): Size {
  const scaleOf = ({ zoom, part }: MotionView) => zoom / part.width;
  return scaleSize(box, Math.max(scaleOf(from), scaleOf(to)));
}

function pictureOf(clip: ContentClip, offset: number, rate: FrameRate): PictureReference {
  const { assetId } = clip;
  if (clip.kind === 'image') return { kind: 'image', assetId };
  const time = sourceTimeAt(clip.playback, frameToSeconds(offset, rate));
  return { kind: 'video', assetId, stream: `${clip.itemId} ${clip.start}`, time };
}

/** Runs from the first frame that is seen to the last, so that both ends of the motion are. */
function viewAt({ motion: { from, to }, durationFrames }: ContentClip, offset: number, overlap: Overlap): MotionView {
  const frames = durationFrames + overlap.before + overlap.after;
  const progress = frames > 1 ? (offset + overlap.before) / (frames - 1) : 0;
  const between = (a: number, b: number) => a + (b - a) * progress;
  return {
    zoom: between(from.zoom, to.zoom),
    part: {
      x: between(from.part.x, to.part.x),
      y: between(from.part.y, to.part.y),
      width: between(from.part.width, to.part.width),
      height: between(from.part.height, to.part.height),
    },
  };
}

function fill(area: Rect): FillLayer {
  return { kind: 'fill', area, colour: BACKGROUND_COLOUR, opacity: 1 };
}
