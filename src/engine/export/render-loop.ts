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
 * falls behind, `addFrame` waits.
 */
export async function runRenderLoop(parts: RenderLoopParts): Promise<void> {
  const { firstFrame, frames, frameSource, compositor, encoder } = parts;
  for (let frame = firstFrame; frame < firstFrame + frames; frame++) {
    const scene = parts.sceneAt(frame);
    const pictures = await frameSource.load(scene);
    compositor.draw(scene, pictures);
    await encoder.addFrame(await compositor.readI420(), frame);
    parts.onFrameDone();
  }
}
