import { type CaptionFormat, fileError } from './file-error.ts';

/** One line of a file, without its line end. */
export interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Which encoding a file says that it has, as `TextDecoder` names it: a mark at its start, or UTF-8. */
export function encodingOf(firstBytes: Uint8Array): Encoding {
  const [first, second] = firstBytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * The lines of a file; a byte order mark is no part of them.
 * @throws StudioError `file-damaged` where the text was not read in the encoding in which it was written.
 */
export function linesOfFile(text: string, format: CaptionFormat): Line[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line, number: index + 1 }));
  for (const line of lines) {
    if (line.text.includes('\0')) {
      const rule = 'captions are text, and this looks like UTF-16 without its mark, or no text at all';
      throw fileError(format, line.number, rule, 'Save the file as UTF-8 and open it again.');
    }
    if (line.text.includes('\ufffd')) {
      const rule = 'a character could not be read, because the file is in another encoding than UTF-8';
      throw fileError(format, line.number, rule, 'Save the file as UTF-8 and open it again.');
    }
  }
  return lines;
}

export function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}

/** A line or a cell that keeps its own line: no line ends inside. */
export function onOneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}
