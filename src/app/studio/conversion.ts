import type { Conversion, ConvertibleFile } from '#core/convert/conversion.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { ConvertStep } from '#protocol/convert.ts';
import type { MadeFile } from './tools.ts';

/** Makes other kinds of files of videos and sounds. */
export interface FileConversion {
  /**
   * What of a file can be converted.
   * @throws StudioError `file-damaged`, `file-unsupported`, `cancelled`, `worker-crashed`.
   */
  describe(media: AssetId | File, signal?: AbortSignal): Promise<ConvertibleFile>;
  /**
   * A new file, one after the other in the order in which they were asked for: an MP4 (H.264 and AAC, to be played while
   * it loads) or a WebM, never larger than the video and with its frame times; a GIF or an animated WebP of a part; MP3 or
   * WAV of the sound.
   * @param media an asset, or any file of video or sound.
   * @throws StudioError `no-video-frames`, `file-unsupported`, `file-damaged`, `decoder-failed`, `encoder-failed`,
   * `disk-full`, `input-invalid` where an animation is too much, `cancelled`, `worker-crashed`.
   */
  convert(media: AssetId | File, choice: ConversionChoice): Promise<ConvertedFile>;
}

export interface ConversionChoice {
  readonly conversion: Conversion;
  readonly onProgress?: ((progress: ConversionProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ConversionProgress {
  readonly step: 'reading' | ConvertStep;
  /** Pictures, or seconds of sound; of `total` in all. */
  readonly done: number;
  readonly total: number;
  /** Of the step; null until there is something to measure by. */
  readonly etaSeconds: number | null;
}

export interface ConvertedFile extends MadeFile {
  /** Null where there are no pictures. */
  readonly frames: number | null;
}
