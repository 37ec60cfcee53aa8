import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toLogDetails } from './log-details.ts';
import { levelsFrom, toJsonLines } from './log-entry.ts';

describe('details of a log entry', () => {
  test('keep facts as they are', () => {
    const facts = {
      job: 'a',
      frames: 900,
      again: false,
      cause: null,
      stages: [{ stage: 'rendering', milliseconds: 2 }],
    };
    expect(toLogDetails(facts)).toEqual(facts);
  });

  test('name files and bytes instead of copying them', () => {
    class Picture {
      readonly pixels = 'secret';
    }
    const details = toLogDetails({ picture: new Picture(), bytes: new Uint8Array([1, 2, 3]) });
    expect(details).toEqual({ picture: '[Picture]', bytes: '[Uint8Array]' });
  });

  test('cut what is long, deep or endless', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const details = toLogDetails({ text: 'x'.repeat(5000), list: Array.from({ length: 100 }, (_, n) => n), loop });
    expect(JSON.stringify(details).length).toBeLessThan(1500);
    expect(JSON.stringify(details)).toContain('70 more');
  });

  test('are JSON, whatever is thrown at them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (facts) => {
        const details = toLogDetails(facts);
        expect(JSON.parse(JSON.stringify(details))).toEqual(details);
      }),
    );
  });
});

test('a log as a file has one entry of JSON a line, with a time that people read', () => {
  const entry = { at: 0, level: 'info', scope: 'export', event: 'two\nlines', details: { job: 'a' } } as const;
  const lines = toJsonLines([entry, entry]).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { ...entry, time: '1970-01-01T00:00:00.000Z' },
    { ...entry, time: '1970-01-01T00:00:00.000Z' },
  ]);
});

test('a level includes all that are worse', () => {
  expect(levelsFrom('warn')).toEqual(['warn', 'error']);
});
