import { describe, expect, it } from 'vitest';
import { shotKeyOf } from './shot-keys.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false };

describe('keys on the timeline', () => {
  it('choose with arrows, and move with Alt', () => {
    expect(shotKeyOf({ ...plain, key: 'ArrowRight' })).toEqual({ do: 'select', by: 1 });
    expect(shotKeyOf({ ...plain, key: 'ArrowLeft', altKey: true })).toEqual({ do: 'move', by: -1 });
  });
  it('take capital letters, and brackets typed with AltGr', () => {
    expect(shotKeyOf({ ...plain, key: 'S' })).toEqual({ do: 'split' });
    expect(shotKeyOf({ key: '[', altKey: true, ctrlKey: true, metaKey: false })).toEqual({ do: 'trim', by: -1 });
  });
  it("leave the browser's and the page's own keys alone", () => {
    expect(shotKeyOf({ ...plain, key: 's', ctrlKey: true })).toBeUndefined();
    expect(shotKeyOf({ ...plain, key: 'Delete', altKey: true })).toBeUndefined();
    expect(shotKeyOf({ ...plain, key: 'Tab' })).toBeUndefined();
  });
});
