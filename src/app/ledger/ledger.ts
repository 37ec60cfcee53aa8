import type { AuditEntry } from '#core/log/audit-entry.ts';
import type { LogEntry, LogLevel } from '#core/log/log-entry.ts';
import type { FailureAlert } from '#core/metrics/failure-alert.ts';
import type { Run } from '#core/metrics/run.ts';

/** What happened in this workspace, in all tabs. The calls that answer with promises may be used in `useLiveQuery`. */
export interface Ledger {
  /** This tab, from its load to its end: who did what in the audit log. */
  readonly tab: string;
  readonly log: LedgerLog;
  readonly audit: {
    /** Newest first. */
    list(limit: number): Promise<readonly Numbered<AuditEntry>[]>;
    count(): Promise<number>;
  };
  /** Ended attempts of exports, newest first. */
  runs(): Promise<readonly Run[]>;
  /** While too many of the last exports failed; null as long as they mostly succeed. */
  failureAlert(): Promise<FailureAlert | null>;
  readonly doneNotices: DoneNotices;
}

/** A row with its place in the order of all tabs' rows. */
export type Numbered<Row> = Row & { readonly id: number };

export interface LedgerLog {
  /** Never throws and never waits: what cannot be written is told once as a stored problem. Files are named, not copied. */
  add(level: LogLevel, scope: string, event: string, facts?: Readonly<Record<string, unknown>>): void;
  /** Those of a level or worse, newest first. */
  list(least: LogLevel, limit: number): Promise<readonly Numbered<LogEntry>[]>;
  /** All that is kept, oldest first, one entry of JSON a line. */
  file(): Promise<File>;
}

/** Notifications of the browser that a long export is over, while nobody looks at the page. */
export interface DoneNotices {
  /** For `useSyncExternalStore`. */
  permission(): NoticePermission;
  subscribe(listener: () => void): () => void;
  /** Asks the person: call it for a press of a button alone. */
  ask(): Promise<NoticePermission>;
}

export type NoticePermission = 'not-asked' | 'granted' | 'refused' | 'unsupported';
