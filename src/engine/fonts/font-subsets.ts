import emojiSubsets from '@fontsource/noto-color-emoji/unicode.json';
import arabicSubsets from '@fontsource/noto-sans-arabic/unicode.json';
import hebrewSubsets from '@fontsource/noto-sans-hebrew/unicode.json';
import koreanSubsets from '@fontsource/noto-sans-kr/unicode.json';
import chineseSubsets from '@fontsource/noto-sans-sc/unicode.json';
import interSubsets from '@fontsource-variable/inter/unicode.json';

/** One font file and the characters that it is for. */
export interface FontSubset {
  readonly family: string;
  /** Name of the file in its package, e.g. `noto-sans-sc-4-700-normal.woff2`. */
  readonly file: string;
  /** As CSS writes it: one weight, or the range of a variable font. */
  readonly weight: string;
  readonly unicodeRange: string;
}

/** Numbered subsets hold a font's own script; named ones repeat what other fonts here are for. */
const NUMBERED = /^\[(\d+)\]$/;

/** Every bundled font file, in the order in which families are tried for a character. */
export const FONT_SUBSETS: readonly FontSubset[] = [
  ...namedSubsets(
    'Inter',
    interSubsets,
    Object.keys(interSubsets),
    (name) => `inter-${name}-wght-normal.woff2`,
    '100 900',
  ),
  ...namedSubsets('Noto Sans Arabic', arabicSubsets, ['arabic'], notoFile('noto-sans-arabic'), '700'),
  ...namedSubsets('Noto Sans Hebrew', hebrewSubsets, ['hebrew'], notoFile('noto-sans-hebrew'), '700'),
  ...numberedSubsets('Noto Color Emoji', emojiSubsets, 'noto-color-emoji', '400', 'woff'),
  ...numberedSubsets('Noto Sans SC', chineseSubsets, 'noto-sans-sc', '700'),
  ...numberedSubsets('Noto Sans KR', koreanSubsets, 'noto-sans-kr', '700'),
];

function namedSubsets(
  family: string,
  ranges: Readonly<Record<string, string>>,
  names: readonly string[],
  fileOf: (name: string) => string,
  weight: string,
): FontSubset[] {
  return names.map((name) => {
    const unicodeRange = ranges[name];
    if (!unicodeRange) throw new Error(`${family} has no subset "${name}".`);
    return { family, file: fileOf(name), weight, unicodeRange };
  });
}

function numberedSubsets(
  family: string,
  ranges: Readonly<Record<string, string>>,
  prefix: string,
  weight: string,
  extension = 'woff2',
): FontSubset[] {
  return Object.entries(ranges).flatMap(([name, unicodeRange]) => {
    const number = NUMBERED.exec(name)?.[1];
    return number ? [{ family, file: `${prefix}-${number}-${weight}-normal.${extension}`, weight, unicodeRange }] : [];
  });
}

function notoFile(prefix: string): (name: string) => string {
  return (name) => `${prefix}-${name}-700-normal.woff2`;
}
