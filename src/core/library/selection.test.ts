import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseAll,
  chooseNone,
  chooseOnly,
  extendTo,
  keepShown,
  NOTHING_CHOSEN,
  type Selection,
  stepFrom,
  toggle,
} from './selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: Selection) => [...selection.chosen].sort().join('');

describe('choosing several', () => {
  test('a range goes from the anchor, in either direction, and shrinks again', () => {
    const from = chooseOnly('c');
    expect(chosen(extendTo(from, 'e', ORDER))).toBe('cde');
    expect(chosen(extendTo(extendTo(from, 'e', ORDER), 'b', ORDER))).toBe('bc');
  });

  test('a range without an anchor in the list is one entry', () => {
    expect(chosen(extendTo(NOTHING_CHOSEN, 'd', ORDER))).toBe('d');
    expect(chosen(extendTo(chooseOnly('gone'), 'd', ORDER))).toBe('d');
  });

  test('what the list does not show any more is not chosen any more', () => {
    expect(chosen(keepShown(chooseAll(NOTHING_CHOSEN, ORDER), new Set('bd')))).toBe('bd');
  });

  test('the keys stay within the list', () => {
    expect(stepFrom(chooseOnly('b'), -9, ORDER)).toBe('a');
    expect(stepFrom(chooseOnly('b'), 9, ORDER)).toBe('e');
    expect(stepFrom(NOTHING_CHOSEN, 1, ORDER)).toBe('a');
    expect(stepFrom(NOTHING_CHOSEN, Number.POSITIVE_INFINITY, ORDER)).toBe('e');
    expect(stepFrom(chooseOnly('b'), 1, [])).toBeNull();
  });

  const id = fc.constantFrom(...ORDER);
  const selection = fc
    .record({ chosen: fc.subarray(ORDER).map((ids) => new Set(ids)), anchor: fc.option(id), cursor: fc.option(id) })
    .map((made): Selection => made);

  test('toggling twice changes nothing', () => {
    fc.assert(
      fc.property(selection, id, (before, at) => {
        expect(chosen(toggle(toggle(before, at), at))).toBe(chosen(before));
      }),
    );
  });

  test('all and none forget what was chosen; a range is never broken and ends where it was asked to', () => {
    fc.assert(
      fc.property(selection, id, (before, at) => {
        expect(chosen(chooseAll(before, ORDER))).toBe('abcde');
        expect(chooseNone(before).chosen.size).toBe(0);
        const range = chosen(extendTo(before, at, ORDER));
        expect('abcde').toContain(range);
        expect([range.at(0), range.at(-1)]).toContain(at);
      }),
    );
  });

  test('keeping what is shown keeps nothing else, and only once', () => {
    fc.assert(
      fc.property(selection, fc.subarray(ORDER), (before, list) => {
        const shown = new Set(list);
        const kept = keepShown(before, shown);
        expect([...kept.chosen].every((one) => shown.has(one) && before.chosen.has(one))).toBe(true);
        expect(keepShown(kept, shown)).toBe(kept);
      }),
    );
  });
});
