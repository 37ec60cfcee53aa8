/** Counts the pictures that were made and not yet closed in this worker, to find what leaks. */

export interface PictureCount {
  readonly bitmaps: number;
  readonly frames: number;
}

/** Strongly held: what leaks must not vanish by garbage collection before it is counted. */
const open = { bitmaps: new Set<ImageBitmap>(), frames: new Set<VideoFrame>() };

let made: { bitmaps: number; frames: number } = { bitmaps: 0, frames: 0 };

/** How many were made since this was last asked. */
export function picturesMade(): PictureCount {
  const count = made;
  made = { bitmaps: 0, frames: 0 };
  return count;
}

/** What is closed has no size. */
export function openPictures(): PictureCount {
  for (const bitmap of open.bitmaps) if (bitmap.width === 0) open.bitmaps.delete(bitmap);
  for (const frame of open.frames) if (frame.codedWidth === 0) open.frames.delete(frame);
  return { bitmaps: open.bitmaps.size, frames: open.frames.size };
}

/** Notes what this worker's code makes from here on, and what the browser's decoders hand to it. */
export function watchOpenPictures(): void {
  const create = self.createImageBitmap.bind(self) as (...args: unknown[]) => Promise<ImageBitmap>;
  self.createImageBitmap = (async (...args: unknown[]) =>
    notedBitmap(await create(...args))) as typeof createImageBitmap;
  const take = OffscreenCanvas.prototype.transferToImageBitmap;
  OffscreenCanvas.prototype.transferToImageBitmap = function () {
    return notedBitmap(take.call(this));
  };
  const clone = VideoFrame.prototype.clone;
  VideoFrame.prototype.clone = function () {
    return notedFrame(clone.call(this));
  };
  self.VideoFrame = new Proxy(VideoFrame, {
    construct: (target, args) => notedFrame(Reflect.construct(target, args, target)),
  });
  self.VideoDecoder = new Proxy(VideoDecoder, {
    construct: (target, [init]: [VideoDecoderInit]) =>
      new target({ ...init, output: (frame) => init.output(notedFrame(frame)) }),
  });
}

function notedBitmap(bitmap: ImageBitmap): ImageBitmap {
  made.bitmaps += 1;
  open.bitmaps.add(bitmap);
  return bitmap;
}

function notedFrame(frame: VideoFrame): VideoFrame {
  made.frames += 1;
  open.frames.add(frame);
  return frame;
}
