import type { Catalogue } from './words.ts';

/** Finds the words of a finished English sentence in a catalogue, and says it in the catalogue's language. */
export interface Patterns {
  /** As it is where no words of the catalogue fit. */
  translate(sentence: string): string;
}

interface Pattern {
  readonly english: string;
  readonly expression: RegExp;
  readonly words: string;
}

/** A place for a value, in the English words. */
const PLACE = /\{\d\}/;

/** Sentences may hold others (`clip.mp4: The file is empty.`), but not for ever. */
const DEPTH = 4;

export function compilePatterns({ messages, reports }: Pick<Catalogue, 'messages' | 'reports'>): Patterns {
  const patterns = Object.entries(reports)
    .filter(([english]) => PLACE.test(english))
    // The one that says most itself is meant: `{0}: {1}` would fit nearly everything.
    .sort(([a], [b]) => ownLength(b) - ownLength(a))
    .map(([english, words]): Pattern => ({ english, expression: expressionOf(english), words }));
  const translate = (sentence: string, depth: number): string => {
    const whole = reports[sentence] ?? messages[sentence];
    if (whole !== undefined || depth === 0) return whole ?? sentence;
    for (const { english, expression, words } of patterns) {
      const values = expression.exec(sentence)?.groups;
      if (!values) continue;
      return words.replace(/\{(\d)\}/g, (place, index: string) => {
        const value = values[`v${index}`] ?? '';
        // What stands in quotes is a name.
        return english.includes(`“${place}”`) ? value : translate(value, depth - 1);
      });
    }
    return sentence;
  };
  return { translate: (sentence) => translate(sentence, DEPTH) };
}

function ownLength(english: string): number {
  return english.split(PLACE).join('').length;
}

function expressionOf(english: string): RegExp {
  const source = english
    .split(/(\{\d\})/)
    .map((part) => (PLACE.test(part) ? `(?<v${part[1]}>.+?)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`, 's');
}
