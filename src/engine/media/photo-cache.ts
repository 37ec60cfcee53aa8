import { StudioError } from '#core/errors.ts';
import type { MediaFile } from '../compositor/compositor.ts';
import { decodePicture, type PictureRequest, pictureKey } from './picture-source.ts';

/** Decoded photos that are kept beside those in use, in bytes: about seven photos of a 1080x1920 export. */
const KEPT_BYTES = 48 * 1024 * 1024;

interface Entry {
  readonly bitmap: Promise<ImageBitmap>;
  readonly bytes: number;
}

/** Decodes photos and keeps the latest ones. Owns their bitmaps. */
export class PhotoCache {
  /** Least recently used first. */
  private readonly entries = new Map<string, Entry>();
  private files: ReadonlyMap<string, MediaFile> = new Map();

  setFiles(files: ReadonlyMap<string, MediaFile>): void {
    this.files = files;
  }

  /** The bitmap stays the cache's; it is open until a `keepOnly` or `trim` that does not name it. */
  get(request: PictureRequest): Promise<ImageBitmap> {
    const key = pictureKey(request);
    const entry = this.entries.get(key) ?? this.decode(request);
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.bitmap;
  }

  /** Starts decoding what will be wanted soon. */
  prefetch(request: PictureRequest): void {
    // A failure stays with the entry, and is thrown to whoever then asks for the picture.
    this.get(request).catch(() => undefined);
  }

  /** Closes the least recently used photos beyond the limit, but none of `inUse`. */
  trim(inUse: ReadonlySet<string>): void {
    let total = 0;
    for (const { bytes } of this.entries.values()) total += bytes;
    for (const [key, { bytes }] of this.entries) {
      if (total <= KEPT_BYTES) return;
      if (inUse.has(key)) continue;
      this.close(key);
      total -= bytes;
    }
  }

  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of [...this.entries.keys()]) if (!keys.has(key)) this.close(key);
  }

  private decode(request: PictureRequest): Entry {
    const file = this.files.get(request.assetId);
    const { width, height } = request.size;
    const bitmap = file
      ? decodePicture(file.bytes, file.name, request)
      : Promise.reject(
          new StudioError('not-found', 'A photo of this video is no longer in the library. Import it again.'),
        );
    return { bitmap, bytes: width * height * 4 };
  }

  private close(key: string): void {
    const entry = this.entries.get(key);
    this.entries.delete(key);
    // What failed to decode has nothing to close.
    entry?.bitmap.then(
      (bitmap) => bitmap.close(),
      () => undefined,
    );
  }
}
