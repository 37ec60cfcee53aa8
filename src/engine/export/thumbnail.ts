import { sceneAt } from '#core/scene/scene-at.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { frameAtSeconds } from '#core/units.ts';
import type { Compositor, FrameSource } from '../compositor/compositor.ts';

/** The picture that stands for a video is the one on screen at this time, in seconds. */
const THUMBNAIL_SECONDS = 1;
const JPEG_QUALITY = 0.9;

/** The picture that stands for a video, as a JPEG of the compositor's size. */
export async function drawThumbnail(
  timeline: Timeline,
  compositor: Compositor,
  frameSource: Pick<FrameSource, 'load'>,
): Promise<Blob> {
  const frame = Math.min(frameAtSeconds(THUMBNAIL_SECONDS, timeline.frameRate), timeline.durationFrames - 1);
  const scene = sceneAt(timeline, frame);
  compositor.draw(scene, await frameSource.load(scene));
  return await encodeThumbnail(compositor);
}

async function encodeThumbnail(compositor: Pick<Compositor, 'size' | 'readRgba'>): Promise<Blob> {
  const { width, height } = compositor.size;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas to a worker.');
  context.putImageData(new ImageData(compositor.readRgba(), width, height), 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}
