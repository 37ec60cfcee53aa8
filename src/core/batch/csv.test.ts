import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv, writeCsv } from './csv.ts';

const cellsOf = (text: string) => parseCsv(text).map(({ cells }) => cells);

describe('a table as text', () => {
  test('is read with commas, semicolons or tabs, whichever its first row has most of', () => {
    const rows = [
      ['hook', 'photos'],
      ['a', 'b'],
    ];
    expect(cellsOf('hook,photos\na,b')).toEqual(rows);
    expect(cellsOf('hook;photos\na;b')).toEqual(rows);
    expect(cellsOf('hook\tphotos\na\tb')).toEqual(rows);
    expect(cellsOf('"hook;x",photos;y,z\n')).toEqual([['hook;x', 'photos;y', 'z']]);
    expect(cellsOf('sep=;\r\na,b;c')).toEqual([['a,b', 'c']]);
  });

  test('may begin with a byte order mark, end its lines in any way, and have empty ones', () => {
    expect(cellsOf('\uFEFFa,b\r\nc,d\re,f\n\n,\ng,h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  test('holds separators, quotes and line ends in quotes, and tells at which line a row begins', () => {
    expect(parseCsv('a,b\r\n"one, ""two""\r\nthree",x\r\ny,z')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['one, "two"\nthree', 'x'] },
      { line: 4, cells: ['y', 'z'] },
    ]);
  });

  test('that breaks a rule is refused with line and column', () => {
    expect(() => parseCsv('a,b\n"x\n",5" wide')).toThrow(/^Line 3, column 4: a quote stands inside a cell/);
    expect(() => parseCsv('a,b\nc,"never closed\n')).toThrow(/^Line 2, column 3: .*never closed/);
    expect(() => parseCsv('a\n"x" y')).toThrow(/^Line 2, column 4: “ ” stands after a closing quote/);
  });

  test('comes back as it was written, with formulas marked as text', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', ' ', ',', ';', '\t', '"', '\n', 'é', '🙂') })
      .map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1 }), (rows) => {
        expect(cellsOf(`a,b,c\r\n${writeCsv(rows)}`).slice(1)).toEqual(rows);
      }),
    );
    expect(writeCsv([['=1+1', '+a', '-b', '@c', ' =d', 'e']])).toBe(
      `'=1+1,'+a,'-b,'@c,"' =d",e\r\n`.replace(`"' =d"`, `' =d`),
    );
  });
});
