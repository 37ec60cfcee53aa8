/** Which characters the bundled fonts can draw. */

/** Inclusive ranges of Unicode code points, in any order. */
export type CodePointRanges = readonly (readonly [first: number, last: number])[];

/** Joiners, variation selectors, direction marks and line breaks shape their neighbours and draw nothing themselves. */
const INVISIBLE = /^[\p{Cf}\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Variation_Selector}]$/u;

/**
 * Reads a CSS `unicode-range` such as `U+0600-06FF,U+200C`.
 * @throws SyntaxError naming the part that is no range.
 */
export function parseUnicodeRange(css: string): [number, number][] {
  return css.split(',').map((part) => {
    const match = /^U\+([0-9a-f]{1,6})(?:-([0-9a-f]{1,6}))?$/i.exec(part.trim());
    if (!match?.[1]) throw new SyntaxError(`"${part}" is not a unicode-range.`);
    return [Number.parseInt(match[1], 16), Number.parseInt(match[2] ?? match[1], 16)];
  });
}

/** The characters of `text` that no range holds, each once, in order of appearance. */
export function uncoveredCharacters(text: string, ranges: CodePointRanges): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (INVISIBLE.test(character)) continue;
    const code = character.codePointAt(0) as number;
    if (!ranges.some(([first, last]) => code >= first && code <= last)) missing.add(character);
  }
  return [...missing];
}
