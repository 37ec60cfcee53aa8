import emojiSubsets from '@fontsource/noto-color-emoji/unicode.json';
import arabicSubsets from '@fontsource/noto-sans-arabic/unicode.json';
import hebrewSubsets from '@fontsource/noto-sans-hebrew/unicode.json';
import koreanSubsets from '@fontsource/noto-sans-kr/unicode.json';
import chineseSubsets from '@fontsource/noto-sans-sc/unicode.json';
import serifSubsets from '@fontsource/playfair-display/unicode.json';
import interSubsets from '@fontsource-variable/inter/unicode.json';
import type { ContentHash } from '#core/media/asset.ts';
import type { HookLook } from '#core/style/hook-look.ts';
import { type CodePointRanges, parseUnicodeRange } from '#core/text/coverage.ts';

type FontFamily = HookLook['family'];

/** One font file and the characters that it is for. */
export interface FontSubset {
  /** Name of this file alone: see `subsetsFor`. */
  readonly family: string;
  /** Name of the file in its package, e.g. `noto-sans-sc-4-700-normal.woff2`. */
  readonly file: string;
  /** As CSS writes it: one weight, or the range of a variable font. */
  readonly weight: string;
  readonly unicodeRange: string;
  readonly ranges: CodePointRanges;
}

/** Numbered subsets hold a font's own script; named ones repeat what other fonts here are for. */
const NUMBERED = /^\[(\d+)\]$/;

const SANS = subsets(
  'Inter',
  interSubsets,
  Object.keys(interSubsets),
  '100 900',
  (name) => `inter-${name}-wght-normal.woff2`,
);

const SERIF = subsets(
  'Playfair Display',
  serifSubsets,
  Object.keys(serifSubsets),
  '700',
  (name) => `playfair-display-${name}-700-normal.woff2`,
);

/** Fonts of letters that have no serif sister here. */
const OTHER_SCRIPTS: readonly (readonly FontSubset[])[] = [
  subsets('Noto Sans Arabic', arabicSubsets, ['arabic'], '700', notoFile('noto-sans-arabic')),
  subsets('Noto Sans Hebrew', hebrewSubsets, ['hebrew'], '700', notoFile('noto-sans-hebrew')),
  subsets('Noto Sans SC', chineseSubsets, numbered(chineseSubsets), '700', notoFile('noto-sans-sc')),
  subsets('Noto Sans KR', koreanSubsets, numbered(koreanSubsets), '700', notoFile('noto-sans-kr')),
];

/** Fonts of letters, in the order in which they are tried for a character. */
const LETTERS: Record<FontFamily, readonly (readonly FontSubset[])[]> = {
  sans: [SANS, ...OTHER_SCRIPTS],
  serif: [SERIF, SANS, ...OTHER_SCRIPTS],
};

const EMOJI: readonly FontSubset[] = subsets(
  'Noto Color Emoji',
  emojiSubsets,
  numbered(emojiSubsets),
  '400',
  (name) => `noto-color-emoji-${bare(name)}-400-normal.woff`,
);

/** Every bundled font file. */
export const FONT_SUBSETS: readonly FontSubset[] = [...LETTERS.serif.flat(), ...EMOJI];

/** Digits and joiners are parts of emoji too, but call for no emoji by themselves. */
const EMOJI_CHARACTER = /[\p{Emoji}\p{Emoji_Component}]/u;
const NO_EMOJI_ALONE = /\p{ASCII}|\u200d|\ufe0e|\ufe0f/u;

/**
 * The subsets that draw a text, in the order in which they are to be tried: letters, emoji, then letters of other
 * scripts, some of which claim emoji without drawing them in colour.
 *
 * A text names only its own subsets in its font list. One family name for all of them, as style sheets do it, makes
 * Chromium remember from an earlier text that a character has no glyph, and draw boxes after the right file was loaded.
 */
export function subsetsFor(text: string, family: FontFamily = 'sans'): FontSubset[] {
  const chosen = new Set<FontSubset>();
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const font = LETTERS[family].find((candidates) => candidates.some((subset) => holds(subset, code)));
    for (const subset of font ?? []) if (holds(subset, code)) chosen.add(subset);
    if (!EMOJI_CHARACTER.test(character) || NO_EMOJI_ALONE.test(character)) continue;
    for (const subset of EMOJI) if (holds(subset, code)) chosen.add(subset);
  }
  const [latin = [], ...others] = LETTERS[family];
  return [...latin, ...EMOJI, ...others.flat()].filter((subset) => chosen.has(subset));
}

/** The font list of a text, as CSS writes it. @param own a font that is tried before all others. */
export function fontStackFor(text: string, family: FontFamily, own: ContentHash | null = null): string {
  return [
    ...(own === null ? [] : [`"${ownFamily(own)}"`]),
    ...subsetsFor(text, family).map(({ family }) => `"${family}"`),
    family === 'serif' ? 'serif' : 'sans-serif',
  ].join(', ');
}

/** Under which name an own font is loaded. */
export function ownFamily(hash: ContentHash): string {
  return `Own ${hash}`;
}

function holds({ ranges }: FontSubset, code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

function subsets(
  family: string,
  unicodeRanges: Readonly<Record<string, string>>,
  names: readonly string[],
  weight: string,
  fileOf: (name: string) => string,
): FontSubset[] {
  return names.map((name) => {
    const unicodeRange = unicodeRanges[name];
    if (!unicodeRange) throw new Error(`${family} has no subset "${name}".`);
    const ranges = parseUnicodeRange(unicodeRange);
    return { family: `${family} ${bare(name)}`, file: fileOf(name), weight, unicodeRange, ranges };
  });
}

function numbered(unicodeRanges: Readonly<Record<string, string>>): string[] {
  return Object.keys(unicodeRanges).filter((name) => NUMBERED.test(name));
}

function bare(name: string): string {
  return NUMBERED.exec(name)?.[1] ?? name;
}

function notoFile(prefix: string): (name: string) => string {
  return (name) => `${prefix}-${bare(name)}-700-normal.woff2`;
}
