import type { Container } from 'pixi.js';
import type { Size } from '#core/geometry.ts';

/** A canvas, the Pixi renderer that draws on it, and the way to read it back. */
export interface Surface {
  readonly size: Size;
  /** True while the graphics card is taken away: nothing can be drawn or read back. */
  readonly lost: boolean;
  /** How often the graphics card was taken away. Each time, all that was drawn or kept on it is gone. */
  readonly losses: number;
  /** Resolves when something can be drawn. @throws StudioError `worker-crashed` when the graphics card stays away. */
  untilRestored(): Promise<void>;
  render(stage: Container): void;
  readI420(): Promise<Uint8Array<ArrayBuffer>>;
  readRgba(): Uint8ClampedArray<ArrayBuffer>;
  resize(size: Size): void;
  dispose(): void;
}
