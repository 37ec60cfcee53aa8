import type { AssetId } from '#core/media/asset.ts';

/** Bytes of one asset on their way to a worker. The blob is backed by disk: passing it copies nothing. */
export interface MediaSource {
  readonly assetId: AssetId;
  /** What the person calls the file, for error messages. */
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Blob;
}
