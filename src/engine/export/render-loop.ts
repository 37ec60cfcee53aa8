import type { Scene } from '#core/scene/scene.ts';
import type { Compositor, FrameSource } from '../compositor/compositor.ts';
import type { FrameEncoder } from './frame-encoder.ts';

/** What the loop works with. It owns none of it. */
export interface RenderLoopParts {
  readonly frames: number;
  readonly sceneAt: (frame: number) => Scene;
  readonly frameSource: Pick<FrameSource, 'load'>;
  readonly compositor: Pick<Compositor, 'draw' | 'readI420'>;
  readonly encoder: Pick<FrameEncoder, 'addFrame'>;
  /** Brings the sound up to the start of a frame, so that it lies beside its pictures in the file. */
  readonly addSoundUntil: (frame: number) => Promise<void>;
  readonly onFrameDone: (done: number) => void;
}

/**
 * Draws and encodes every frame of a video. The encoder copies a frame and works on it while the next one is drawn;
 * where it falls behind, `addFrame` waits.
 */
export async function runRenderLoop(parts: RenderLoopParts): Promise<void> {
  const { frameSource, compositor, encoder } = parts;
  for (let frame = 0; frame < parts.frames; frame++) {
    const scene = parts.sceneAt(frame);
    const pictures = await frameSource.load(scene);
    compositor.draw(scene, pictures);
    await encoder.addFrame(await compositor.readI420(), frame);
    await parts.addSoundUntil(frame + 1);
    parts.onFrameDone(frame + 1);
  }
}
