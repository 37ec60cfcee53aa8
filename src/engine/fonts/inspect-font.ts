import { StudioError } from '#core/errors.ts';
import { type FontFormat, MOST_FONT_BYTES, sniffFont } from '#core/text/own-font.ts';

/**
 * Looks whether a file is a font that this browser can draw with, by loading it. Only in a worker.
 * @throws StudioError `file-empty`, `file-too-large`, `file-unsupported`, `file-damaged`.
 */
export async function inspectFont(file: File): Promise<FontFormat> {
  const { name, size } = file;
  if (size === 0) throw new StudioError('file-empty', `${name} is empty.`, { file: name, rule: 'not empty', value: 0 });
  if (size > MOST_FONT_BYTES) {
    throw new StudioError(
      'file-too-large',
      `${name} has ${Math.ceil(size / 1e6)} MB; a font may have ${MOST_FONT_BYTES / 1e6} MB. Use one with fewer characters.`,
      { file: name, rule: `at most ${MOST_FONT_BYTES} bytes`, value: size },
    );
  }
  const bytes = await file.arrayBuffer();
  const format = sniffFont(new Uint8Array(bytes));
  if (format === null || format === 'collection') {
    const what = format === null ? 'is no font' : 'holds several fonts in one file';
    throw new StudioError('file-unsupported', `${name} ${what}. Add a TTF, OTF, WOFF or WOFF2 file.`, {
      file: name,
      rule: 'TTF, OTF, WOFF or WOFF2',
      value: format ?? 'unknown',
    });
  }
  try {
    await new FontFace('Font on trial', bytes).load();
  } catch (cause) {
    throw new StudioError(
      'file-damaged',
      `${name} is damaged: the browser cannot draw with it. Get it anew from where it came from.`,
      { file: name, rule: 'loads as a font', cause: String(cause) },
      { cause },
    );
  }
  return format;
}
