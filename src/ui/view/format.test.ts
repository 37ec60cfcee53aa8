import { describe, expect, it } from 'vitest';
import { formatAge, formatBytes, formatClock, formatSeconds, formatTrackLength, formatWait } from './format.ts';

const THIRTY = { numerator: 30, denominator: 1 };

describe('time', () => {
  it('shows the tenth of a second that has begun', () => {
    expect(formatClock(0, THIRTY)).toBe('00:00.0');
    expect(formatClock(126, THIRTY)).toBe('00:04.2');
    expect(formatClock(128, THIRTY)).toBe('00:04.2');
    expect(formatClock(900, THIRTY)).toBe('00:30.0');
    expect(formatClock(30 * 75, THIRTY)).toBe('01:15.0');
  });
  it('does not drop a tenth to rounding at any frame of a minute', () => {
    for (let frame = 0; frame < 1800; frame += 3) {
      expect(formatClock(frame, THIRTY).endsWith(`.${(frame / 3) % 10}`)).toBe(true);
    }
  });
  it('writes track lengths, waits and video lengths', () => {
    expect(formatTrackLength(165.4)).toBe('2:45');
    expect(formatTrackLength(59.6)).toBe('1:00');
    expect(formatWait(0.2)).toBe('1 s');
    expect(formatWait(44.6)).toBe('45 s');
    expect(formatWait(170)).toBe('3 min');
    expect(formatWait(3900)).toBe('1 h 5 min');
    expect(formatSeconds(30)).toBe('30.0 s');
  });
  it('says how long ago', () => {
    expect(formatAge(1000, 2000)).toBe('just now');
    expect(formatAge(0, 12 * 60_000)).toBe('12 min ago');
    expect(formatAge(0, 5 * 3_600_000)).toBe('5 h ago');
  });
});

describe('sizes and names', () => {
  it('counts bytes in decimal units', () => {
    expect(formatBytes(0)).toBe('1 kB');
    expect(formatBytes(840_000)).toBe('840 kB');
    expect(formatBytes(999_600)).toBe('1.0 MB');
    expect(formatBytes(22_140_000)).toBe('22.1 MB');
    expect(formatBytes(1_290_000_000)).toBe('1.3 GB');
  });
});
