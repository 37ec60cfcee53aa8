import { describe, expect, it } from 'vitest';
import { SPANISH } from './es/catalogue.ts';
import type { Messages } from './words.ts';

const sources = import.meta.glob<string>(
  ['../**/*.tsx', '../**/*.ts', '../../main.tsx', '!../**/*.test.*', '!./es/**', '!./words.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

const files = import.meta.glob<Record<string, Messages>>(['./es/*.ts', '!./es/catalogue.ts', '!./es/*.test.ts'], {
  eager: true,
});

/** The end of the template that starts at `start`, and its text with places for its values. */
function readTemplate(source: string, start: number): { readonly key: string; readonly end: number } {
  let key = '';
  let values = 0;
  for (let at = start; at < source.length; at++) {
    const letter = source[at];
    if (letter === '`') return { key, end: at };
    if (letter === '\\') key += source[++at];
    else if (letter === '$' && source[at + 1] === '{') {
      key += `{${values++}}`;
      at = endOfValue(source, at + 2);
    } else key += letter;
  }
  throw new Error('A template is never closed.');
}

/** Where the value that starts at `start` is closed, past templates, strings and objects in it. */
function endOfValue(source: string, start: number): number {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    const letter = source[at];
    if (letter === '`') at = readTemplate(source, at + 1).end;
    else if (letter === "'") at = source.indexOf("'", at + 1);
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return at;
  }
  throw new Error('A value is never closed.');
}

function messagesIn(source: string): string[] {
  return [...source.matchAll(/(?<![\w$.])t`/g)].map(({ index }) => readTemplate(source, index + 2).key);
}

const said = new Set(Object.values(sources).flatMap(messagesIn));

function placesOf(words: string): string[] {
  return (words.match(/\{\d\}/g) ?? []).sort();
}

describe('the catalogue', () => {
  it('is of pages that say something', () => {
    expect(said).toContain('Export video');
    expect(said).toContain('Shot {0} lasts {1}');
  });

  it('has Spanish words for all that the pages say', () => {
    expect([...said].filter((key) => !SPANISH.messages[key])).toEqual([]);
  });

  it('has none that no page says', () => {
    expect(Object.keys(SPANISH.messages).filter((key) => !said.has(key))).toEqual([]);
  });

  it('has each of them in one place', () => {
    const keys = Object.values(files).flatMap((module) => Object.values(module).flatMap(Object.keys));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('keeps all values', () => {
    const words = Object.entries({ ...SPANISH.messages, ...SPANISH.reports });
    expect(words.filter(([english, spanish]) => placesOf(english).join() !== placesOf(spanish).join())).toEqual([]);
  });
});
