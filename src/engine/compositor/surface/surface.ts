import type { Container } from 'pixi.js';
import type { Size } from '#core/geometry.ts';

/** A canvas, the Pixi renderer that draws on it, and the way to read it back. */
export interface Surface {
  readonly size: Size;
  render(stage: Container): void;
  readI420(): Promise<Uint8Array<ArrayBuffer>>;
  readRgba(): Uint8ClampedArray<ArrayBuffer>;
  resize(size: Size): void;
  dispose(): void;
}
