import { CENTRE, containRect, coverCrop, type Rect, type Size, scaleRectAboutCentre, scaleSize } from '../geometry.ts';
import {
  type Clip,
  type FrameClip,
  type ImageClip,
  isOnScreen,
  type OverlayClip,
  type Timeline,
  type VideoClip,
} from '../timeline/timeline.ts';
import { type FrameRate, frameToSeconds, seconds } from '../units.ts';
import { BACKGROUND_COLOUR, bannerBox, contentBox, HOOK_STYLE } from './composition.ts';
import type { FillLayer, Scene, SceneLayer } from './scene.ts';

/**
 * The picture of one frame, as data: preview and export both draw exactly this.
 * @throws RangeError when `frame` is not on the timeline.
 */
export function sceneAt(timeline: Timeline, frame: number): Scene {
  if (!Number.isInteger(frame) || frame < 0 || frame >= timeline.durationFrames) {
    throw new RangeError(`Frame ${frame} is not on this timeline of ${timeline.durationFrames} frames.`);
  }
  const { canvas, frameRate } = timeline;
  const layers = timeline.tracks
    .flatMap((track) => track.clips)
    .filter((clip) => isOnScreen(clip, frame))
    .flatMap((clip) => layersOf(clip, frame - clip.start, canvas, frameRate));
  return { canvas, layers: [fill({ x: 0, y: 0, ...canvas }), ...layers] };
}

/** `offset` counts frames from the clip's start. */
function layersOf(clip: Clip, offset: number, canvas: Size, rate: FrameRate): SceneLayer[] {
  switch (clip.kind) {
    case 'image':
      return imageLayers(clip, offset, canvas);
    case 'video':
      return [videoLayer(clip, offset, canvas, rate)];
    case 'overlay':
      return [particleLayer(clip, offset, rate)];
    case 'frame':
      return [frameLayer(clip, canvas)];
    case 'text':
      return [{ kind: 'text', text: clip.text, box: bannerBox(canvas), style: HOOK_STYLE }];
    case 'audio':
      return [];
  }
}

function imageLayers(clip: ImageClip, offset: number, canvas: Size): SceneLayer[] {
  const zoom = zoomAt(clip, offset);
  const box = contentBox(canvas);
  const largest = Math.max(clip.zoom.from, clip.zoom.to);
  const picture = { kind: 'image', assetId: clip.assetId } as const;
  if (clip.fit === 'cover') {
    return [
      {
        kind: 'picture',
        picture,
        crop: coverCrop(clip.sourceSize, box, clip.focus),
        area: scaleRectAboutCentre(box, zoom),
        largestArea: scaleSize(box, largest),
        opacity: 1,
        opaque: clip.opaque,
      },
    ];
  }
  const fitted = containRect(clip.sourceSize, box);
  return [
    fill(scaleRectAboutCentre(box, zoom)),
    {
      kind: 'picture',
      picture,
      crop: { x: 0, y: 0, ...clip.sourceSize },
      area: scaleRectAboutCentre(fitted, zoom),
      largestArea: scaleSize(fitted, largest),
      opacity: 1,
      opaque: clip.opaque,
    },
  ];
}

/** Runs from the first frame to the last, so that both ends of the zoom are seen. */
function zoomAt(clip: ImageClip, offset: number): number {
  const progress = clip.durationFrames > 1 ? offset / (clip.durationFrames - 1) : 0;
  return clip.zoom.from + (clip.zoom.to - clip.zoom.from) * progress;
}

function videoLayer(clip: VideoClip, offset: number, canvas: Size, rate: FrameRate): SceneLayer {
  const elapsed = clip.moving ? frameToSeconds(offset, rate) : 0;
  return {
    kind: 'picture',
    picture: { kind: 'video', assetId: clip.assetId, time: seconds(elapsed % clip.sourceDuration) },
    crop: coverCrop(clip.sourceSize, canvas, CENTRE),
    area: { x: 0, y: 0, ...canvas },
    largestArea: canvas,
    opacity: clip.opacity,
    opaque: false,
  };
}

function particleLayer(clip: OverlayClip, offset: number, rate: FrameRate): SceneLayer {
  return {
    kind: 'particles',
    field: { preset: clip.preset, seed: clip.seed },
    time: clip.moving ? frameToSeconds(offset, rate) : seconds(0),
    opacity: clip.opacity,
  };
}

function frameLayer(clip: FrameClip, canvas: Size): SceneLayer {
  if (clip.frame.kind === 'preset') return { kind: 'frame', preset: clip.frame.preset };
  const { assetId, sourceSize } = clip.frame;
  return {
    kind: 'picture',
    picture: { kind: 'image', assetId },
    crop: { x: 0, y: 0, ...sourceSize },
    area: { x: 0, y: 0, ...canvas },
    largestArea: canvas,
    opacity: 1,
    opaque: false,
  };
}

function fill(area: Rect): FillLayer {
  return { kind: 'fill', area, colour: BACKGROUND_COLOUR };
}
