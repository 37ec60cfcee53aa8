/** Times as files write them. */

/** How a format counts: `units` in a second, written with `digits` behind `point`. */
export interface Clock {
  readonly units: 1000 | 100;
  readonly hourDigits: 1 | 2;
  readonly point: ',' | '.';
}

export const SRT_CLOCK: Clock = { units: 1000, hourDigits: 2, point: ',' };
export const WEBVTT_CLOCK: Clock = { units: 1000, hourDigits: 2, point: '.' };
export const ASS_CLOCK: Clock = { units: 100, hourDigits: 1, point: '.' };

/** A time in whole units of a clock. */
export function ticksOf(seconds: number, { units }: Clock): number {
  return Math.round(seconds * units);
}

/** @param seconds at least 0. */
export function writeTime(seconds: number, clock: Clock): string {
  const ticks = ticksOf(seconds, clock);
  const { units, hourDigits, point } = clock;
  const whole = Math.floor(ticks / units);
  const part = String(ticks % units).padStart(units === 1000 ? 3 : 2, '0');
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = String(Math.floor(whole / 3600)).padStart(hourDigits, '0');
  return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${point}${part}`;
}

/** The span that a writer gives a cue: at least one unit, however short it is. */
export function writtenSpan(
  { start, end }: { start: number; end: number },
  clock: Clock,
): { start: number; end: number } {
  const from = ticksOf(start, clock);
  return { start: from / clock.units, end: Math.max(ticksOf(end, clock), from + 1) / clock.units };
}

/** @param digits hours (or nothing), minutes, seconds and parts of a second, as a file has them. @returns seconds, or null where minutes or seconds are above 59. */
export function timeFrom(digits: readonly (string | undefined)[], { units }: Clock): number | null {
  const [hours = 0, minutes = 0, whole = 0, part = 0] = digits.map((each) => Number(each ?? 0));
  if (minutes > 59 || whole > 59) return null;
  return ((hours * 60 + minutes) * 60 * units + whole * units + part) / units;
}
