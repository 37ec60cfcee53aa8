import type { ContentHash } from '#core/media/asset.ts';
import type { OwnFont } from '#core/text/own-font.ts';

/** The fonts that a person has added to the workspace. */
export interface Fonts {
  /** By name. May be used in `useLiveQuery`. */
  list(): Promise<OwnFont[]>;
  /**
   * A TTF, OTF, WOFF or WOFF2 file; the same one is stored once.
   * @throws StudioError `file-empty`, `file-too-large`, `file-unsupported`, `file-damaged`, `disk-full`.
   */
  add(file: File): Promise<OwnFont>;
  /** Deletes one for good: what was written in it is written in its style's font from then on. */
  remove(hash: ContentHash): Promise<void>;
  /** Its bytes, backed by disk; null where it is not there. */
  file(hash: ContentHash): Promise<File | null>;
}
