import { compilePatterns, type Patterns } from './patterns.ts';

/**
 * What the studio says, in the language of the person at the screen. The English words stand where they are said, and are
 * the keys of every other language's catalogue. A catalogue is in place before anything that says something is loaded:
 * another language is chosen by loading the page anew.
 */

/** English words with `{0}`, `{1}` for their values, and the same in another language. */
export type Messages = Readonly<Record<string, string>>;

export interface Catalogue {
  /** BCP 47, such as `es`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What the pages say. */
  readonly messages: Messages;
  /** What the layers below say in English, in errors above all: found by its words, since its values are in it already. */
  readonly reports: Messages;
}

const ENGLISH: Catalogue = { language: 'en', direction: 'ltr', messages: {}, reports: {} };

let catalogue = ENGLISH;
let patterns: Patterns | null = null;

export function setCatalogue(chosen: Catalogue): void {
  catalogue = chosen;
  patterns = null;
}

/** BCP 47, for numbers and dates: the browser's own where it is a variety of the language, such as `en-GB`. */
export function locale(): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().locale;
  return own.split('-')[0] === catalogue.language ? own : catalogue.language;
}

export function direction(): 'ltr' | 'rtl' {
  return catalogue.direction;
}

/** Words with their values, as in t`Shot ${2} deleted`. English where the catalogue has nothing. */
export function t(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const key = keyOf(parts);
  return fill(catalogue.messages[key] ?? key, values);
}

/** What a lower layer said in English. As it is where the catalogue does not know it. */
export function translate(report: string): string {
  if (catalogue === ENGLISH) return report;
  patterns ??= compilePatterns(catalogue);
  return patterns.translate(report);
}

/** `Shot {0} deleted`. */
function keyOf(parts: readonly string[]): string {
  return parts.reduce((key, part, index) => `${key}{${index - 1}}${part}`);
}

export function fill(words: string, values: readonly (string | number)[]): string {
  return words.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
