import { CENTRE, coverCrop, type Rect, type Size } from '../geometry.ts';
import { sourceTimeAt } from '../timeline/playback.ts';
import {
  type Clip,
  type ContentClip,
  type FrameClip,
  isOnScreen,
  type LogoClip,
  type OverlayClip,
  type Timeline,
  type Track,
} from '../timeline/timeline.ts';
import { type FrameRate, frameToSeconds, seconds } from '../units.ts';
import { captionLayer } from './caption-layer.ts';
import { BACKGROUND_COLOUR } from './composition.ts';
import { contentLayers, type Overlap } from './content-layers.ts';
import { hookLayer } from './hook-layer.ts';
import type { PictureLayer, Scene, SceneLayer } from './scene.ts';
import { transitionLayers } from './transition-layers.ts';

/**
 * The picture of one frame, as data: preview and export both draw exactly this.
 * @throws RangeError when `frame` is not on the timeline.
 */
export function sceneAt(timeline: Timeline, frame: number): Scene {
  if (!Number.isInteger(frame) || frame < 0 || frame >= timeline.durationFrames) {
    throw new RangeError(`Frame ${frame} is not on this timeline of ${timeline.durationFrames} frames.`);
  }
  const { canvas } = timeline;
  const ground: SceneLayer = { kind: 'fill', area: { x: 0, y: 0, ...canvas }, colour: BACKGROUND_COLOUR, opacity: 1 };
  return {
    frame,
    canvas,
    layers: [ground, ...timeline.tracks.flatMap((track) => trackLayers(track, frame, timeline))],
  };
}

function trackLayers({ name, clips }: Track, frame: number, { canvas, frameRate }: Timeline): SceneLayer[] {
  if (name === 'content') return contentTrackLayers(clips.filter(isContent), frame, canvas, frameRate);
  return clips
    .filter((clip) => isOnScreen(clip, frame))
    .flatMap((clip) => clipLayers(clip, frame - clip.start, canvas, frameRate));
}

function isContent(clip: Clip): clip is ContentClip {
  return clip.kind === 'image' || clip.kind === 'video';
}

/** `offset` counts frames from the clip's start. */
function clipLayers(clip: Clip, offset: number, canvas: Size, rate: FrameRate): SceneLayer[] {
  switch (clip.kind) {
    case 'overlay':
      return [overlayLayer(clip, offset, canvas, rate)];
    case 'frame':
      return [frameLayer(clip, canvas)];
    case 'logo':
      return [logoLayer(clip)];
    case 'text':
      return [hookLayer(clip, offset, canvas, rate)];
    case 'caption':
      return [captionLayer(clip, frameToSeconds(clip.start + offset, rate), canvas)];
    case 'image':
    case 'video':
    case 'audio':
      return [];
  }
}

/** The shot that is on, or two of them on their way from one to the other. */
function contentTrackLayers(clips: readonly ContentClip[], frame: number, canvas: Size, rate: FrameRate): SceneLayer[] {
  const index = clips.findIndex((clip) => isOnScreen(clip, frame));
  const layersOf = (at: number) => shotLayersAt({ frameRate: rate }, clips, at, frame);
  // A transition lies around the start of its incoming shot: the one that is on, or the next.
  for (const incoming of [index, index + 1]) {
    const clip = clips[incoming];
    const length = clip?.transition?.durationFrames ?? 0;
    if (!clip?.transition || incoming === 0) continue;
    const into = frame - (clip.start - length / 2);
    if (into < 0 || into >= length) continue;
    const progress = (into + 0.5) / length;
    return transitionLayers(clip.transition.kind, progress, layersOf(incoming - 1), layersOf(incoming), canvas);
  }
  return layersOf(index);
}

/** The layers of one shot alone, bottom to top, at a frame of the timeline where it is on. */
export function shotLayersAt(
  { frameRate }: Pick<Timeline, 'frameRate'>,
  shots: readonly ContentClip[],
  shot: number,
  frame: number,
) {
  const clip = shots[shot];
  return clip ? contentLayers(clip, frame - clip.start, overlapOf(shots, shot), frameRate) : [];
}

function overlapOf(clips: readonly ContentClip[], index: number): Overlap {
  const half = (at: number) => (clips[at]?.transition?.durationFrames ?? 0) / 2;
  return { before: half(index), after: half(index + 1) };
}

function overlayLayer(clip: OverlayClip, offset: number, canvas: Size, rate: FrameRate): SceneLayer {
  const { content, opacity } = clip;
  const elapsed = clip.moving ? frameToSeconds(offset, rate) : seconds(0);
  if (content.kind === 'preset') {
    return { kind: 'particles', field: { preset: content.preset, seed: content.seed }, time: elapsed, opacity };
  }
  const { assetId, sourceSize, playback } = content;
  return {
    ...overCanvas(canvas, coverCrop(sourceSize, canvas, CENTRE)),
    picture: { kind: 'video', assetId, stream: 'atmosphere', time: sourceTimeAt(playback, elapsed) },
    opacity,
  };
}

function frameLayer(clip: FrameClip, canvas: Size): SceneLayer {
  if (clip.frame.kind === 'preset') return { ...clip.frame, kind: 'frame' };
  const { assetId, sourceSize } = clip.frame;
  return { ...overCanvas(canvas, { x: 0, y: 0, ...sourceSize }), picture: { kind: 'image', assetId }, opacity: 1 };
}

function logoLayer({ assetId, sourceSize, area, opacity }: LogoClip): SceneLayer {
  const placed = overCanvas(area, { x: 0, y: 0, ...sourceSize });
  return { ...placed, area, picture: { kind: 'image', assetId }, opacity };
}

/** A picture over the whole canvas that lets the layers below show through. */
function overCanvas(canvas: Size, crop: Rect): Omit<PictureLayer, 'picture' | 'opacity'> {
  return {
    kind: 'picture',
    crop,
    part: { x: 0, y: 0, width: 1, height: 1 },
    area: { x: 0, y: 0, ...canvas },
    largestArea: canvas,
    grade: null,
    blurred: false,
    opaque: false,
  };
}
