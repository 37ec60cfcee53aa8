import { cueText, spacedPieces } from '#core/captions/cue-text.ts';
import { splitCue, withText } from '#core/captions/edit.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { StudioError } from '#core/errors.ts';

/** Where words lie in the text of a caption as it is typed. Offsets are UTF-16 units, as a text field counts them. */

interface WordSpan {
  readonly from: number;
  readonly to: number;
}

/** Where each word of a caption lies in `cueText`. */
export function wordSpans({ words, lines }: Pick<Cue, 'words' | 'lines'>): WordSpan[] {
  let at = 0;
  return words.map(({ text, joined }, index) => {
    const spaced = index > 0 && (lines.includes(index) || !joined);
    const from = at + (spaced ? 1 : 0);
    at = from + text.length;
    return { from, to: at };
  });
}

/** Index of the word at an offset: the one that it touches, or the one before the space. */
export function wordAt(cue: Pick<Cue, 'words' | 'lines'>, offset: number): number {
  return Math.max(
    0,
    wordSpans(cue).findLastIndex(({ from }) => from <= offset),
  );
}

/** The same text as `cueText` writes it: no spaces at the ends and between words one, no empty lines. */
export function written(text: string): string {
  return text
    .split('\n')
    .map((line) => spacedPieces(line).join(' '))
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * Splits a caption where the caret stands in what is typed; a word that it stands in is cut.
 * @throws StudioError `input-invalid` where one side has no words.
 */
export function splitAt(cues: readonly Cue[], id: string, typed: string, caret: number): Cue[] {
  const [before, after] = [typed.slice(0, caret), typed.slice(caret)];
  if (written(before) === '' || written(after) === '') {
    throw new StudioError('input-invalid', 'Put the cursor between two words to split a caption there.', {
      rule: 'words on both sides',
      value: caret,
    });
  }
  const parted = withText(cues, id, `${before} ${after}`);
  const cue = parted.find((each) => each.id === id);
  const border = written(before).length;
  const word = cue ? wordSpans(cue).findIndex(({ from }) => from >= border) : -1;
  return splitCue(parted, id, word);
}

/** Whether what is typed says the same as the caption. */
export function saysTheSame(typed: string, cue: Cue): boolean {
  return written(typed) === cueText(cue);
}
