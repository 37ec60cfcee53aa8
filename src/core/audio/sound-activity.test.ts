import { describe, expect, test } from 'vitest';
import { SoundActivity } from './sound-activity.ts';

const RATE = 48_000;

/** Seconds in which something is heard, of a tone whose amplitude follows from the time. */
function heardIn(seconds: number, amplitude: (time: number) => number): [number, number][] {
  const activity = new SoundActivity(RATE);
  const left = Float32Array.from({ length: seconds * RATE }, (_, n) => {
    return amplitude(n / RATE) * Math.sin((2 * Math.PI * 300 * n) / RATE);
  });
  // In pieces, as decoders give them.
  for (let n = 0; n < left.length; n += 1000) {
    const chunk = left.slice(n, n + 1000);
    activity.push({ left: chunk, right: chunk });
  }
  return activity.finish().map(({ start, end }) => [start / RATE, end / RATE]);
}

describe('what is heard in a sound', () => {
  test('is nothing in silence', () => {
    expect(heardIn(3, () => 0)).toEqual([]);
    expect(heardIn(3, () => 0.001)).toEqual([]);
  });

  test('is speech, its breaths included, but not the pause after it', () => {
    const spoken = (time: number) => (time > 1 && time < 3 && (time < 1.8 || time > 2.2) ? 0.3 : 0);
    const [span, ...others] = heardIn(6, spoken);
    expect(others).toEqual([]);
    expect(span?.[0]).toBeCloseTo(1, 1);
    expect(span?.[1]).toBeCloseTo(3, 1);
  });

  test('is not the room behind the speech', () => {
    const spans = heardIn(8, (time) => (time > 2 && time < 4 ? 0.4 : 0.01));
    expect(spans).toHaveLength(1);
    expect(spans[0]?.[0]).toBeCloseTo(2, 1);
  });

  test('is no bump of a moment', () => {
    expect(heardIn(3, (time) => (time > 1 && time < 1.03 ? 0.5 : 0))).toEqual([]);
  });
});
