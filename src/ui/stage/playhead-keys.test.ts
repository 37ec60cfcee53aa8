import { describe, expect, it } from 'vitest';
import { playheadStepOf } from './playhead-keys.ts';

const PLAIN = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

describe('keys that move the playhead', () => {
  it('step a frame, or with Shift a second', () => {
    expect(playheadStepOf({ ...PLAIN, key: ',', code: 'Comma' })).toEqual({ by: -1, unit: 'frame' });
    expect(playheadStepOf({ ...PLAIN, key: '.', code: 'Period' })).toEqual({ by: 1, unit: 'frame' });
    expect(playheadStepOf({ ...PLAIN, key: '>', code: 'Period', shiftKey: true })).toEqual({ by: 1, unit: 'second' });
  });
  it('work on keyboards where Shift makes other signs of them', () => {
    expect(playheadStepOf({ ...PLAIN, key: ';', code: 'Comma', shiftKey: true })).toEqual({ by: -1, unit: 'second' });
    expect(playheadStepOf({ ...PLAIN, key: ',', code: 'KeyM' })).toEqual({ by: -1, unit: 'frame' });
  });
  it("leave the browser's and the system's own keys alone", () => {
    expect(playheadStepOf({ ...PLAIN, key: ',', code: 'Comma', metaKey: true })).toBeUndefined();
    expect(playheadStepOf({ ...PLAIN, key: ';', code: 'Comma' })).toBeUndefined();
  });
});
