import { looksTheSame } from '#core/scene/same-scene.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Compositor, FrameSource } from '../compositor/compositor.ts';
import type { FrameEncoder } from './frame-encoder.ts';

/** What the loop works with. It owns none of it. */
export interface RenderLoopParts {
  readonly firstFrame: number;
  readonly frames: number;
  readonly sceneAt: (frame: number) => Scene;
  readonly frameSource: Pick<FrameSource, 'load'>;
  readonly compositor: Pick<Compositor, 'draw' | 'readI420'>;
  readonly encoder: Pick<FrameEncoder, 'addFrame'>;
  readonly onFrameDone: () => void;
}

/**
 * Draws and encodes a run of frames. The encoder copies a frame and works on it while the next one is drawn; where it
 * falls behind, `addFrame` waits. What looks like the frame before it is not drawn again.
 */
export async function runRenderLoop(parts: RenderLoopParts): Promise<void> {
  const { firstFrame, frames, frameSource, compositor, encoder } = parts;
  let drawn: { readonly scene: Scene; readonly pixels: Uint8Array<ArrayBuffer> } | null = null;
  for (let frame = firstFrame; frame < firstFrame + frames; frame++) {
    const scene = parts.sceneAt(frame);
    if (!drawn || !looksTheSame(drawn.scene, scene)) {
      const pictures = await frameSource.load(scene);
      compositor.draw(scene, pictures);
      drawn = { scene, pixels: await compositor.readI420() };
    }
    await encoder.addFrame(drawn.pixels, frame);
    parts.onFrameDone();
  }
}
