import { describe, expect, it } from 'vitest';
import { mp3StartDelay } from './mp3-gapless.ts';
import { mp3InfoFrame } from './mp3-info-frame.ts';

/** MPEG 1, layer III, 192 kbit/s, 44.1 kHz, padded, in stereo. */
const STEREO = Uint8Array.of(0xff, 0xfb, 0xb2, 0x00, ...new Array<number>(623).fill(7));
const MONO = Uint8Array.of(0xff, 0xfb, 0xb0, 0xc0, ...new Array<number>(622).fill(7));

const FACTS = { frames: 1000, bytes: 626_000, delay: 576, padding: 1234 };

describe('the frame in front of an MP3', () => {
  it.each([
    ['stereo', STEREO, 36],
    ['mono', MONO, 21],
  ])('says how long a file in %s is and what lies before its sound', (_, first, tag) => {
    const frame = mp3InfoFrame(first, FACTS);
    const view = new DataView(frame.buffer);
    expect(String.fromCharCode(...frame.subarray(tag, tag + 4))).toBe('Info');
    expect([view.getUint32(tag + 8), view.getUint32(tag + 12)]).toEqual([1000, 626_000]);
    expect(mp3StartDelay(frame)).toBe(576 + 529);
    // Twelve bits each: 576 is 0x240, 1234 is 0x4d2.
    expect([...frame.subarray(tag + 137, tag + 140)]).toEqual([0x24, 0x04, 0xd2]);
  });

  it('is as long as its header says, without the padding of the frame that it was made of', () => {
    expect(mp3InfoFrame(STEREO, FACTS)).toHaveLength(626);
    expect(mp3InfoFrame(STEREO, FACTS)[2]).toBe(0xb0);
    expect(mp3InfoFrame(MONO, FACTS)).toHaveLength(626);
  });

  it('holds no sound', () => {
    expect(new Set(mp3InfoFrame(STEREO, FACTS).subarray(4, 36))).toEqual(new Set([0]));
  });

  it('is made of frames of MP3 only', () => {
    expect(() => mp3InfoFrame(new Uint8Array(400), FACTS)).toThrow(RangeError);
  });
});
