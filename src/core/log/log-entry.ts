/** What happened in the studio, one thing a line: kept on this machine, and given away only as a file that a person saves. */

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
/** `debug` is for who reads the code; `info` happened as wanted; `warn` went on in a lesser way; `error` did not work. */
export type LogLevel = (typeof LOG_LEVELS)[number];

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type LogDetails = Readonly<Record<string, JsonValue>>;

export interface LogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly level: LogLevel;
  /** The part of the studio that speaks, e.g. `export`. */
  readonly scope: string;
  /** What happened, in a few fixed words that can be searched for, e.g. `attempt-started`. */
  readonly event: string;
  /** Facts and names; never the contents of a file. */
  readonly details: LogDetails;
}

/** Entries that the log keeps: the newest. */
export const LOG_CAPACITY = 2_000;

/** One entry a line (https://jsonlines.org), in the order given. */
export function toJsonLines(entries: readonly LogEntry[]): string {
  return entries
    .map(({ at, level, scope, event, details }) => {
      const time = new Date(at).toISOString();
      return `${JSON.stringify({ at, time, level, scope, event, details })}\n`;
    })
    .join('');
}

/** The levels of `least` and above. */
export function levelsFrom(least: LogLevel): readonly LogLevel[] {
  return LOG_LEVELS.slice(LOG_LEVELS.indexOf(least));
}
