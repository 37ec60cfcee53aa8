import { expect, test } from 'vitest';
import { LineCutter, parseForeignJson } from './json-line.ts';

test('rows are read as they are, names of fields that reach for prototypes are refused', () => {
  expect(parseForeignJson('{"name":"__proto__","tags":["constructor"]}')).toEqual({
    name: '__proto__',
    tags: ['constructor'],
  });
  for (const row of [
    '{"__proto__":{"isAdmin":true}}',
    '{"a":[{"b":{"__proto__":1}}]}',
    '{"\\u005f_proto__":1}',
    '{"constructor":{"prototype":{}}}',
  ]) {
    expect(() => parseForeignJson(row)).toThrow('as an attack would');
  }
  expect(() => parseForeignJson('{"a":')).toThrow(SyntaxError);
});

test('a row of lists in lists without end is refused', () => {
  const depth = 100_000;
  expect(() => parseForeignJson('['.repeat(depth) + ']'.repeat(depth))).toThrow(SyntaxError);
});

test('lines come whole, however their text is cut', () => {
  const cutter = new LineCutter(10);
  expect([...cutter.add('{"a'), ...cutter.add('"}\n\n{"b"}\n{'), ...cutter.add('}'), ...cutter.end()]).toEqual([
    '{"a"}',
    '{"b"}',
    '{}',
  ]);
});

test('a line without an end is refused before it fills the memory', () => {
  const cutter = new LineCutter(10);
  cutter.add('0123456789');
  expect(() => cutter.add('0')).toThrow('more than 10 characters');
});
