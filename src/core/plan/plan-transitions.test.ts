import { describe, expect, it } from 'vitest';
import { planTransitions, type ShotSpan } from './plan-transitions.ts';

const RATE = { numerator: 30, denominator: 1 };

function spans(count: number, durationFrames: number): ShotSpan[] {
  return Array.from({ length: count }, (_, index) => ({ start: index * durationFrames, durationFrames }));
}

describe('transitions', () => {
  it("follow the style's turn, and the first shot is simply there", () => {
    const planned = planTransitions(spans(4, 60), { transitions: ['crossfade', 'cut'], transitionSeconds: 0.5 }, RATE);
    expect(planned.map((transition) => transition?.kind ?? null)).toEqual([null, 'crossfade', null, 'crossfade']);
    expect(planned[1]?.durationFrames).toBe(14);
  });

  it('take at most half of the shorter shot', () => {
    const [, planned] = planTransitions(spans(2, 13), { transitions: ['slide'], transitionSeconds: 1 }, RATE);
    expect(planned?.durationFrames).toBe(6);
  });

  it('never flash more than three times in any second', () => {
    const planned = planTransitions(spans(30, 6), { transitions: ['flash'], transitionSeconds: 0.1 }, RATE);
    const times = planned.flatMap((transition, index) => (transition ? [(index * 6) / 30] : []));
    for (const time of times)
      expect(times.filter((other) => other >= time && other <= time + 1).length).toBeLessThan(4);
    expect(times.length).toBeGreaterThan(10);
  });
});
