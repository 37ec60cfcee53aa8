import { CENTRE, containRect, coverCrop, type Rect, type Size, scaleRectAboutCentre, scaleSize } from '../geometry.ts';
import { sourceTimeAt } from '../timeline/playback.ts';
import {
  type Clip,
  type ContentClip,
  type FrameClip,
  isOnScreen,
  type OverlayClip,
  type Timeline,
} from '../timeline/timeline.ts';
import { type FrameRate, frameToSeconds, seconds } from '../units.ts';
import { BACKGROUND_COLOUR, bannerBox, contentBox, HOOK_STYLE } from './composition.ts';
import type { FillLayer, PictureReference, Scene, SceneLayer } from './scene.ts';

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
    case 'video':
      return contentLayers(clip, offset, canvas, rate);
    case 'overlay':
      return [overlayLayer(clip, offset, canvas, rate)];
    case 'frame':
      return [frameLayer(clip, canvas)];
    case 'text':
      return [{ kind: 'text', text: clip.text, box: bannerBox(canvas), style: HOOK_STYLE }];
    case 'audio':
      return [];
  }
}

function contentLayers(clip: ContentClip, offset: number, canvas: Size, rate: FrameRate): SceneLayer[] {
  const zoom = zoomAt(clip, offset);
  const box = contentBox(canvas);
  const largest = Math.max(clip.motion.from.zoom, clip.motion.to.zoom);
  const picture = pictureOf(clip, offset, rate);
  const shared = { kind: 'picture', picture, opacity: 1, opaque: clip.kind === 'video' || clip.opaque } as const;
  if (clip.fit === 'cover') {
    const crop = coverCrop(clip.sourceSize, box, clip.focus);
    return [{ ...shared, crop, area: scaleRectAboutCentre(box, zoom), largestArea: scaleSize(box, largest) }];
  }
  const fitted = containRect(clip.sourceSize, box);
  const crop = { x: 0, y: 0, ...clip.sourceSize };
  return [
    fill(scaleRectAboutCentre(box, zoom)),
    { ...shared, crop, area: scaleRectAboutCentre(fitted, zoom), largestArea: scaleSize(fitted, largest) },
  ];
}

function pictureOf(clip: ContentClip, offset: number, rate: FrameRate): PictureReference {
  if (clip.kind === 'image') return { kind: 'image', assetId: clip.assetId };
  return { kind: 'video', assetId: clip.assetId, time: sourceTimeAt(clip.playback, frameToSeconds(offset, rate)) };
}

/** Runs from the first frame to the last, so that both ends of the zoom are seen. */
function zoomAt({ motion: { from, to }, durationFrames }: ContentClip, offset: number): number {
  const progress = durationFrames > 1 ? offset / (durationFrames - 1) : 0;
  return from.zoom + (to.zoom - from.zoom) * progress;
}

function overlayLayer(clip: OverlayClip, offset: number, canvas: Size, rate: FrameRate): SceneLayer {
  const { content, opacity } = clip;
  const elapsed = clip.moving ? frameToSeconds(offset, rate) : seconds(0);
  if (content.kind === 'preset') {
    return { kind: 'particles', field: { preset: content.preset, seed: content.seed }, time: elapsed, opacity };
  }
  return {
    kind: 'picture',
    picture: { kind: 'video', assetId: content.assetId, time: sourceTimeAt(content.playback, elapsed) },
    crop: coverCrop(content.sourceSize, canvas, CENTRE),
    area: { x: 0, y: 0, ...canvas },
    largestArea: canvas,
    opacity,
    opaque: false,
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
