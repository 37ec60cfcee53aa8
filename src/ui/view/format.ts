import { type FrameRate, frameToSeconds } from '#core/units.ts';
import { locale, t } from '../words/words.ts';

/** Numbers as a person reads them. */

/** A position in the video as `00:04.2`: minutes, seconds and the tenth that has begun. */
export function formatClock(frame: number, rate: FrameRate): string {
  return formatMoment(frameToSeconds(frame, rate));
}

/** The same of a time in seconds. */
export function formatMoment(seconds: number): string {
  // A frame's time may fall a rounding error short of its tenth.
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const minutes = Math.floor(tenths / 600);
  const secondsPart = Math.floor((tenths % 600) / 10);
  return `${twoDigits(minutes)}:${twoDigits(secondsPart)}.${tenths % 10}`;
}

/** The length of a track as `2:45`. */
export function formatTrackLength(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${twoDigits(whole % 60)}`;
}

/** Decimal units, as download pages count: `840 kB`, `22.1 MB`, `1.3 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 999_500) return t`${Math.max(1, Math.round(bytes / 1000))} kB`;
  if (bytes < 999_950_000) return t`${formatDecimal(bytes / 1e6)} MB`;
  return t`${formatDecimal(bytes / 1e9)} GB`;
}

/** A length of waiting, rounded to what one would say: `2 s`, `45 s`, `3 min`, `1 h 5 min`. */
export function formatWait(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t`${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : t`${Math.floor(minutes / 60)} h ${rest} min`;
}

/** A length in seconds with one decimal: `30.0 s`. */
export function formatSeconds(seconds: number): string {
  return `${formatDecimal(seconds)} s`;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When something was last touched: `just now`, `12 min ago`, `5 h ago`, or the date. Both in milliseconds since 1970. */
export function formatAge(then: number, now: number): string {
  const age = now - then;
  if (age < MINUTE_MS) return t`just now`;
  if (age < 60 * MINUTE_MS) return t`${Math.floor(age / MINUTE_MS)} min ago`;
  if (age < DAY_MS) return t`${Math.floor(age / (60 * MINUTE_MS))} h ago`;
  return new Date(then).toLocaleDateString(locale(), { day: 'numeric', month: 'short', year: 'numeric' });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

const ONE_DECIMAL = new Intl.NumberFormat(locale(), {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: false,
});

/** With one decimal: `22.1`. */
export function formatDecimal(value: number): string {
  return ONE_DECIMAL.format(value);
}
