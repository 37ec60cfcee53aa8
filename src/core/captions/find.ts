import { cueText } from './cue-text.ts';
import { retext } from './retext.ts';
import type { Cue } from './transcript.ts';

/** Finding and replacing text in captions. A match never reaches over the border of two captions. */

export interface FindOptions {
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

export interface Match {
  readonly cueId: string;
  /** UTF-16 units from the start of `cueText(cue)`, in which lines part at line feeds. */
  readonly from: number;
  readonly to: number;
}

/** Spaces in the text looked for stand for line breaks as well. Nothing is found for an empty text. */
export function findText(cues: readonly Cue[], query: string, options: FindOptions): Match[] {
  const pattern = patternOf(query, options);
  if (!pattern) return [];
  return cues.flatMap((cue) =>
    [...cueText(cue).matchAll(pattern)].map((match) => ({
      cueId: cue.id,
      from: match.index,
      to: match.index + match[0].length,
    })),
  );
}

/**
 * Replaces every match. Times are kept as `retext` keeps them; a caption of which nothing is left goes.
 * @param replacement is taken as it is.
 */
export function replaceText(cues: readonly Cue[], query: string, replacement: string, options: FindOptions): Cue[] {
  const pattern = patternOf(query, options);
  if (!pattern) return [...cues];
  return cues.flatMap((cue) => {
    const before = cueText(cue);
    const after = before.replace(pattern, () => replacement);
    if (after === before) return [cue];
    return after.trim() === '' ? [] : [retext(cue, after)];
  });
}

function patternOf(query: string, { matchCase, wholeWords }: FindOptions): RegExp | null {
  const words = query.trim();
  if (words === '') return null;
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
  const source = wholeWords ? `(?<![\\p{L}\\p{N}\\p{M}])${literal}(?![\\p{L}\\p{N}\\p{M}])` : literal;
  return new RegExp(source, matchCase ? 'gu' : 'giu');
}
