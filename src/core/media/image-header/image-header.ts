import type { Size } from '../../geometry.ts';

/** What a picture's own structure says, read without decoding a pixel. */
export interface ImageHeader {
  /** As declared, in stored pixels: before EXIF orientation. */
  readonly size: Size;
  /** False where no pixel can be see-through; true asks for a look at the pixels. */
  readonly mayHaveAlpha: boolean;
  /** False where the file ends before its picture does: browsers draw the rest grey and say nothing. */
  readonly complete: boolean;
}
