import { describe, expect, test } from 'vitest';
import { readTable, templateCsv } from './read-table.ts';

describe('the table of a batch', () => {
  test('is read by the names of its columns, in any order and case', () => {
    const { rows, unknownColumns } = readTable('Music;Text;Price;Images\nsong.mp3;Hello;3;a.jpg|b.jpg\n');
    expect(rows).toEqual([
      { hook: 'Hello', media: 'a.jpg|b.jpg', track: 'song.mp3', name: '', length: '', style: '', format: '' },
    ]);
    expect(unknownColumns).toEqual(['Price']);
  });

  test('has a template that it reads itself', () => {
    const { rows, unknownColumns } = readTable(templateCsv());
    expect(rows.map(({ hook, length, format }) => [hook, length, format])).toEqual([
      ['New in: the gold edit', '', ''],
      ['Only this week', '8', '1:1'],
    ]);
    expect(unknownColumns).toEqual([]);
  });

  test('keeps formulas as they stand: who reads the rows says what is wrong with them', () => {
    expect(readTable('hook,photos\n"=1+1",a.jpg').rows[0]?.hook).toBe('=1+1');
  });

  test('that cannot be taken whole is refused whole, with the line', () => {
    expect(() => readTable('')).toThrow('nothing in the table');
    expect(() => readTable('hook,photos\n')).toThrow('no rows under them');
    expect(() => readTable('a.jpg,b.jpg\n1,2')).toThrow(/^Line 1 has to name the columns.*a\.jpg/);
    expect(() => readTable('hook,text\n1,2')).toThrow(/^Line 1: “text” names a column that is there already/);
    expect(() => readTable('hook,photos\na,b\nc,d,e')).toThrow(/^Line 3 has 3 cells/);
    expect(() => readTable(`hook\n${'a'.repeat(2001)}`)).toThrow(/^Line 2: .*2001 characters/);
    expect(() => readTable(`hook\n${'a\n'.repeat(201)}`)).toThrow(/201 rows.*at most 200/);
  });
});
