import type { Page } from '@playwright/test';

export interface DecodedAnimation {
  readonly width: number;
  readonly height: number;
  readonly repetitions: number;
  /** RGBA. */
  readonly frames: readonly { readonly milliseconds: number; readonly base64: string }[];
}

/** The one kept moving preview, as the browser's own reader of pictures sees it. */
export function decodeAnimation(page: Page): Promise<DecodedAnimation> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('studio-default'));
    const [row] = await answer(database.transaction('animations').objectStore('animations').getAll());
    database.close();
    const picture: Blob = row.picture;
    const decoder = new ImageDecoder({ type: picture.type, data: await picture.arrayBuffer() });
    await Promise.all([decoder.tracks.ready, decoder.completed]);
    const animation = decoder.tracks.selectedTrack;
    if (!animation) throw new Error('It holds no pictures.');
    const frames: { milliseconds: number; base64: string }[] = [];
    let size = { width: 0, height: 0 };
    for (let frameIndex = 0; frameIndex < animation.frameCount; frameIndex++) {
      const { image } = await decoder.decode({ frameIndex });
      size = { width: image.displayWidth, height: image.displayHeight };
      const context = new OffscreenCanvas(size.width, size.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, size.width, size.height).data ?? new Uint8ClampedArray();
      const text = Array.from(pixels, (byte) => String.fromCharCode(byte)).join('');
      frames.push({ milliseconds: (image.duration ?? 0) / 1000, base64: btoa(text) });
      image.close();
    }
    return { ...size, repetitions: animation.repetitionCount, frames };
  });
}
