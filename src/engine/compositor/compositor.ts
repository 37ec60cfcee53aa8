import type { Rect, Size } from '#core/geometry.ts';
import type { PictureReference, Scene } from '#core/scene/scene.ts';
import type { Timeline } from '#core/timeline/timeline.ts';

/** Which Pixi renderer draws: `webgl` on a GPU, `canvas` where WebGL is software or absent. */
export type CompositorBackend = 'webgl' | 'canvas';

/** Draws scenes. The same object serves the live preview and the export. */
export interface Compositor {
  readonly backend: CompositorBackend;
  /** Of what is drawn, in pixels; scenes are scaled to it. */
  readonly size: Size;
  /**
   * Loads what drawing needs besides pictures: the fonts of every text on the timeline. An own font that `media` does not
   * hold, by its hash, is left out.
   */
  prepare(timeline: Timeline, media: readonly MediaFile[]): Promise<void>;
  /** Draws one scene. Synchronous: everything it needs is in `pictures`, or was loaded by `prepare`. */
  draw(scene: Scene, pictures: Pictures): void;
  /**
   * The drawn picture as 8-bit I420 in limited-range BT.709 (Y plane, then U, then V, no padding).
   * The bytes are overwritten by the next call. Await it before the next `draw`.
   * Where the graphics card was taken away since `draw` began, the scene is drawn again once it is back.
   * @throws StudioError `worker-crashed` where it stays away, or goes again and again.
   */
  readI420(): Promise<Uint8Array<ArrayBuffer>>;
  /** The drawn picture as RGBA, for thumbnails and tests. @throws StudioError `worker-crashed` where it is lost. */
  readRgba(): Uint8ClampedArray<ArrayBuffer>;
  /** Changes the size of what is drawn; it is empty until the next `draw`. */
  resize(size: Size): void;
  dispose(): void;
}

/** Decoded pictures of one scene, owned by the frame source that loaded them, which closes them. */
export interface Pictures {
  /** @throws Error when the scene that they were loaded for does not hold this very `reference` object. */
  get(reference: PictureReference): Picture;
}

/** `crop` (in pixels of `image`) is what the layer's own crop became. */
export interface Picture {
  readonly image: ImageBitmap | OffscreenCanvas;
  readonly crop: Rect;
  /** Another number means other pixels on the same `image`. */
  readonly version: number;
}

/** Decodes what scenes show. Keeps what the next frames will need, and closes the rest. */
export interface FrameSource {
  /** The pictures of one scene; they stay open until the next `load`, `update` or `dispose`. */
  load(scene: Scene): Promise<Pictures>;
  /** Goes over to another timeline or output size. What both show stays decoded. */
  update(options: FrameSourceOptions): void;
  dispose(): void;
}

export interface FrameSourceOptions {
  readonly timeline: Timeline;
  readonly media: readonly MediaFile[];
  /** Of what will be drawn, in pixels: pictures are decoded no larger than it needs. */
  readonly outputSize: Size;
}

/** The bytes of one asset. */
export interface MediaFile {
  readonly assetId: string;
  /** What the person calls the file, for error messages. */
  readonly name: string;
  readonly bytes: Blob;
}
