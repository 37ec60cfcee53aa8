import { StudioError } from '../errors.ts';

/** The kinds of caption files. */
export type CaptionFormat = 'SRT' | 'WebVTT' | 'ASS';

/**
 * What is wrong with a caption file, in which line, by which rule, and what to do.
 * @param line counted from 1.
 */
export function fileError(
  format: CaptionFormat,
  line: number,
  rule: string,
  whatToDo: string,
  value?: string,
): StudioError {
  const found = value === undefined ? '' : ` (found “${shortened(value)}”)`;
  return new StudioError('file-damaged', `This ${format} file is wrong in line ${line}: ${rule}${found}. ${whatToDo}`, {
    rule: `${format} line ${line}: ${rule}`,
    ...(value !== undefined && { value: shortened(value) }),
  });
}

const LONGEST_QUOTE = 60;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : text;
}
