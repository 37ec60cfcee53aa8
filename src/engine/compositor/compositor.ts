import type { Size } from '#core/geometry.ts';
import type { PictureReference, Scene } from '#core/scene/scene.ts';

/** Which Pixi renderer draws: `webgl` on a GPU, `canvas` where WebGL is software or absent. */
export type CompositorBackend = 'webgl' | 'canvas';

/** Draws scenes. The same object serves the live preview and the export. */
export interface Compositor {
  readonly backend: CompositorBackend;
  /** Of what is drawn, in pixels; scenes are scaled to it. */
  readonly size: Size;
  /** Draws one scene. Synchronous: everything it needs is in `pictures`, or was loaded by `prepare`. */
  draw(scene: Scene, pictures: Pictures): void;
  /**
   * The drawn picture as 8-bit I420 in limited-range BT.709 (Y plane, then U, then V, no padding).
   * The bytes are overwritten by the next call.
   */
  readI420(): Uint8Array<ArrayBuffer>;
  /** The drawn picture as RGBA, for thumbnails and tests. */
  readRgba(): Uint8ClampedArray<ArrayBuffer>;
  dispose(): void;
}

/** Decoded pictures of one scene, owned by the frame source that loaded them. */
export interface Pictures {
  /** @throws Error when the scene that they were loaded for does not hold `reference`. */
  get(reference: PictureReference): ImageBitmap | VideoFrame;
}

/** Decodes what scenes show. Keeps what the next frames will need, and closes the rest. */
export interface FrameSource {
  load(scene: Scene): Promise<Pictures>;
  dispose(): void;
}
