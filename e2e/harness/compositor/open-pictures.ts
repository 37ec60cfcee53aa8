/** Counts the pictures that were made and not yet closed in this worker, to find what leaks. */

export interface OpenPictures {
  readonly bitmaps: number;
  readonly frames: number;
}

const open = { bitmaps: new Set<WeakRef<ImageBitmap>>(), frames: 0 };

/** A closed bitmap has no size. */
export function openPictures(): OpenPictures {
  const bitmaps = [...open.bitmaps].filter((reference) => (reference.deref()?.width ?? 0) > 0).length;
  return { bitmaps, frames: open.frames };
}

export function watchOpenPictures(): void {
  const create = self.createImageBitmap.bind(self) as (...args: unknown[]) => Promise<ImageBitmap>;
  self.createImageBitmap = (async (...args: unknown[]) => noted(await create(...args))) as typeof createImageBitmap;
  const take = OffscreenCanvas.prototype.transferToImageBitmap;
  OffscreenCanvas.prototype.transferToImageBitmap = function () {
    return noted(take.call(this));
  };
  const close = VideoFrame.prototype.close;
  VideoFrame.prototype.close = function () {
    if (this.format !== null || this.codedWidth > 0) open.frames -= 1;
    close.call(this);
  };
  const Original = VideoFrame;
  self.VideoFrame = new Proxy(Original, {
    construct(target, args) {
      open.frames += 1;
      return Reflect.construct(target, args, target);
    },
  });
  const clone = Original.prototype.clone;
  Original.prototype.clone = function () {
    open.frames += 1;
    return clone.call(this);
  };
}

function noted(bitmap: ImageBitmap): ImageBitmap {
  // Strongly held: a leaked bitmap must not vanish by garbage collection before it is counted.
  open.bitmaps.add(new WeakRef(bitmap));
  return bitmap;
}
