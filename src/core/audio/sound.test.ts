import { describe, expect, test } from 'vitest';
import { applyFade, applyFadeIn, fadeGain } from './fade.ts';
import { mp3StartDelay, skipId3v2 } from './mp3-gapless.ts';
import { PeakCollector } from './peaks.ts';
import { silence, toStereo } from './stereo.ts';

describe('mixing to stereo', () => {
  test('one channel is heard on both sides as loud as it was', () => {
    const { left, right } = toStereo([Float32Array.of(0.25, -1)]);
    expect([...left]).toEqual([0.25, -1]);
    expect([...right]).toEqual([0.25, -1]);
  });

  test('two channels stay as they are', () => {
    const { left, right } = toStereo([Float32Array.of(0.5), Float32Array.of(-0.25)]);
    expect([left[0], right[0]]).toEqual([0.5, -0.25]);
  });

  test.each([3, 4, 5, 6, 8])('%i channels at full level stay inside -1 to 1, and both sides are heard', (count) => {
    const { left, right } = toStereo(Array.from({ length: count }, () => Float32Array.of(1)));
    expect(left[0]).toBeCloseTo(1);
    expect(right[0]).toBeCloseTo(1);
  });

  test('the centre of 5.1 is heard equally on both sides, its low-frequency channel on neither', () => {
    const channel = (index: number) => Array.from({ length: 6 }, (_, i) => Float32Array.of(i === index ? 1 : 0));
    const centre = toStereo(channel(2));
    expect(centre.left[0]).toBeGreaterThan(0);
    expect(centre.left[0]).toBe(centre.right[0]);
    expect(toStereo(channel(3))).toEqual(silence(1));
  });

  test('samples that are no finite number become silence', () => {
    const { left } = toStereo([Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, 0.5)]);
    expect([...left]).toEqual([0, 0, 0.5]);
  });
});

describe('fading out', () => {
  const fade = { end: 1000, length: 100 };

  test('is silent at the last sample, untouched before it begins, half-way down in the middle', () => {
    expect(fadeGain(fade, 899)).toBe(1);
    expect(fadeGain(fade, 949)).toBeCloseTo(0.5, 5);
    expect(fadeGain(fade, 999)).toBeCloseTo(0, 10);
    expect(fadeGain(fade, 1000)).toBe(0);
  });

  test('never steps: neighbouring gains differ by less than 2 %', () => {
    for (let n = 890; n < 1005; n++) expect(Math.abs(fadeGain(fade, n + 1) - fadeGain(fade, n))).toBeLessThan(0.02);
  });

  test('is the same whether applied to the whole or to chunks', () => {
    const whole = { left: new Float32Array(1000).fill(1), right: new Float32Array(1000).fill(1) };
    applyFade(whole, 0, fade);
    const part = { left: new Float32Array(60).fill(1), right: new Float32Array(60).fill(1) };
    applyFade(part, 930, fade);
    expect(part.left).toEqual(whole.left.slice(930, 990));
  });

  test('longer than the sound begins at its start', () => {
    expect(fadeGain({ end: 10, length: 100 }, 0)).toBeLessThan(1);
    expect(fadeGain({ end: 10, length: 100 }, 9)).toBeCloseTo(0, 10);
  });
});

test('fading in is fading out, seen from the other end', () => {
  const fadingIn = { left: new Float32Array(200).fill(1), right: new Float32Array(200).fill(1) };
  applyFadeIn(fadingIn, 1000, { start: 1000, length: 100 });
  const fadingOut = { left: new Float32Array(200).fill(1), right: new Float32Array(200).fill(1) };
  applyFade(fadingOut, 0, { end: 200, length: 100 });
  // A fade out ends on silence; a fade in begins with it.
  expect(fadingIn.left[0]).toBe(0);
  for (let n = 0; n < 199; n++) expect(fadingIn.left[n + 1]).toBeCloseTo(fadingOut.left[198 - n] ?? Number.NaN, 5);
});

describe('peaks', () => {
  test('show where it is loud, in as many slices as asked for', () => {
    const collector = new PeakCollector();
    const loud = { left: new Float32Array(40_960).fill(-0.75), right: new Float32Array(40_960) };
    collector.add(silence(40_960));
    collector.add(loud);
    expect([...collector.finish(4)]).toEqual([0, 0, 0.75, 0.75]);
  });

  test('of a sound shorter than one slice are its loudest sample everywhere', () => {
    const collector = new PeakCollector();
    collector.add({ left: Float32Array.of(0.5), right: Float32Array.of(0.25) });
    expect([...collector.finish(2)]).toEqual([0.5, 0.5]);
  });
});

describe('the delay at the start of an MP3', () => {
  const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));

  /** First frame of an MPEG-1 stereo file with a LAME tag of 576 samples of delay and 1,000 of padding. */
  function firstFrame(): Uint8Array {
    const bytes = new Uint8Array(417);
    bytes.set([0xff, 0xfb, 0x90, 0x00]);
    bytes.set(ascii('Info'), 36);
    bytes.set([0, 0, 0, 0x0f], 40);
    bytes.set([0x24, 0x03, 0xe8], 36 + 8 + 4 + 4 + 100 + 4 + 21);
    return bytes;
  }

  test('is the encoder’s 576 samples and the decoder’s 529', () => {
    expect(mp3StartDelay(firstFrame())).toBe(1105);
  });

  test('is 0 where the file does not say', () => {
    expect(mp3StartDelay(Uint8Array.of(0xff, 0xfb, 0x90, 0x00))).toBe(0);
    expect(mp3StartDelay(Uint8Array.from(ascii('not a frame at all')))).toBe(0);
    expect(mp3StartDelay(firstFrame().slice(0, 150))).toBe(0);
  });

  test('is looked for after an ID3 tag', () => {
    expect(skipId3v2(Uint8Array.of(0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 2, 1))).toBe(10 + 257);
    expect(skipId3v2(firstFrame())).toBe(0);
  });
});
