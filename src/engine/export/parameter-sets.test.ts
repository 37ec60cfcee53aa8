import { expect, test } from 'vitest';
import { sameDescription, withParameterSets } from './parameter-sets.ts';

/** High profile, lengths of 4 bytes, one sequence and two picture parameter sets. */
const AVCC = Uint8Array.of(1, 100, 0, 40, 0xff, 0xe1, 0, 3, 0x67, 1, 2, 2, 0, 2, 0x68, 3, 0, 1, 0x68);

test('a keyframe is preceded by the parameter sets of its encoder, each with its length', () => {
  const keyframe = Uint8Array.of(0, 0, 0, 1, 0x65);
  expect([...withParameterSets(keyframe, AVCC)]).toEqual(
    [
      [0, 0, 0, 3, 0x67, 1, 2],
      [0, 0, 0, 2, 0x68, 3],
      [0, 0, 0, 1, 0x68],
      [0, 0, 0, 1, 0x65],
    ].flat(),
  );
});

test('descriptions are the same only byte for byte', () => {
  expect(sameDescription(AVCC, AVCC.slice())).toBe(true);
  expect(sameDescription(AVCC, AVCC.slice(0, -1))).toBe(false);
  const changed = AVCC.slice();
  changed[9] = 9;
  expect(sameDescription(AVCC, changed)).toBe(false);
});
