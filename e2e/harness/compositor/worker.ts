import { expose, transfer } from 'comlink';
import type { Size } from '#core/geometry.ts';
import { sceneAt } from '#core/scene/scene-at.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { CompositorBackend, MediaFile } from '#engine/compositor/compositor.ts';
import { createCompositor } from '#engine/compositor/create-compositor.ts';
import { createFrameSource } from '#engine/media/frame-source.ts';
import { drawAroundLoss } from './lost-card.ts';
import { openPictures, picturesMade, watchOpenPictures } from './open-pictures.ts';

watchOpenPictures();

export interface DrawRequest {
  readonly backend: CompositorBackend;
  readonly size: Size;
  readonly timeline: Timeline;
  readonly media: readonly MediaFile[];
  readonly frames: readonly number[];
}

export interface DrawnFrame extends Size {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  /** Y, U and V planes, or null where the size is odd. */
  readonly i420: Uint8Array<ArrayBuffer> | null;
}

/** Draws frames as preview and export do. */
async function draw({ backend, size, timeline, media, frames }: DrawRequest): Promise<DrawnFrame[]> {
  const compositor = await createCompositor({ backend, size });
  const source = createFrameSource({ timeline, media, outputSize: size });
  try {
    await compositor.prepare(timeline, media);
    const drawn: DrawnFrame[] = [];
    for (const frame of frames) {
      const scene = sceneAt(timeline, frame);
      compositor.draw(scene, await source.load(scene));
      const even = size.width % 2 === 0 && size.height % 2 === 0;
      const i420 = even ? (await compositor.readI420()).slice() : null;
      drawn.push({ ...size, rgba: compositor.readRgba(), i420 });
    }
    return transfer(
      drawn,
      drawn.map(({ rgba }) => rgba.buffer),
    );
  } finally {
    source.dispose();
    compositor.dispose();
  }
}

const api = { draw, drawAroundLoss, openPictures, picturesMade };
export type CompositorHarness = typeof api;
expose(api);
