import type { StylePreset } from '../style/style.ts';
import type { Transition } from '../style/transition.ts';
import { type FrameRate, frameToSeconds, secondsToFrameCount } from '../units.ts';

/** WCAG 2.3.1: content does not flash more than three times in any one second. */
const MOST_FLASHES_IN_A_SECOND = 3;

export interface ShotSpan {
  readonly start: number;
  readonly durationFrames: number;
}

/**
 * How each shot comes in, by the style's own turn. The first is simply there. A transition takes at most half of the
 * shorter of its two shots; what is left of less than two frames is a hard cut.
 */
export function planTransitions(
  shots: readonly ShotSpan[],
  { transitions, transitionSeconds }: Pick<StylePreset, 'transitions' | 'transitionSeconds'>,
  rate: FrameRate,
): (Transition | null)[] {
  const longest = secondsToFrameCount(transitionSeconds, rate);
  const planned = shots.map(({ durationFrames }, index): Transition | null => {
    const before = shots[index - 1];
    const kind = transitions[(index - 1) % transitions.length];
    if (!before || kind === undefined || kind === 'cut') return null;
    const length = 2 * Math.floor(Math.min(longest, durationFrames / 2, before.durationFrames / 2) / 2);
    return length >= 2 ? { kind, durationFrames: length } : null;
  });
  return withoutTooManyFlashes(shots, planned, rate);
}

/** A flash that would be one too many in its second becomes a hard cut. */
function withoutTooManyFlashes(
  shots: readonly ShotSpan[],
  planned: readonly (Transition | null)[],
  rate: FrameRate,
): (Transition | null)[] {
  const flashes: number[] = [];
  return planned.map((transition, index) => {
    if (transition?.kind !== 'flash') return transition;
    const time = frameToSeconds((shots[index] as ShotSpan).start, rate);
    const recent = flashes.filter((earlier) => time - earlier <= 1).length;
    if (recent >= MOST_FLASHES_IN_A_SECOND) return null;
    flashes.push(time);
    return transition;
  });
}
