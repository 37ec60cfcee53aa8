import { LOG_CAPACITY, type LogEntry, type LogLevel } from '#core/log/log-entry.ts';
import type { WorkspaceDatabase } from './database.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { checkRow } from './schema/checked.ts';
import { logSchema, type StoredLogEntry } from './schema/log.ts';
import { namingErrors } from './storage-error.ts';

/** The log of all tabs as a ring: the newest entries push the oldest out. */
export class LogStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  /** @throws StudioError `disk-full`, `storage-failed`. */
  async append(entries: readonly LogEntry[]): Promise<void> {
    const { log } = this.database;
    const work = this.database.transaction('rw', log, async () => {
      const newest = await log.bulkAdd(entries);
      await log
        .where(':id')
        .belowOrEqual(newest - LOG_CAPACITY)
        .delete();
    });
    await namingErrors(work);
  }

  /** Newest first. */
  async list(levels: readonly LogLevel[], limit: number): Promise<StoredLogEntry[]> {
    const wanted = new Set(levels);
    const rows = await this.database.log
      .orderBy(':id')
      .reverse()
      .filter((row) => wanted.has(row.level))
      .limit(limit)
      .toArray();
    return readable(rows, (row) => checkRow(logSchema, row, 'log'), this.problems);
  }
}
