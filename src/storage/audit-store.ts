import type { AuditEntry } from '#core/log/audit-entry.ts';
import type { WorkspaceDatabase } from './database.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { auditSchema, type StoredAuditEntry } from './schema/audit.ts';
import { checkRow } from './schema/checked.ts';
import { namingErrors } from './storage-error.ts';

/** Entries that are kept, the newest: some megabytes at most. */
const CAPACITY = 10_000;

/** Every operation on media, projects and exports. */
export class AuditStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  /** @throws StudioError `disk-full`, `storage-failed`. */
  async add(entry: AuditEntry): Promise<void> {
    const { audit } = this.database;
    const work = this.database.transaction('rw', audit, async () => {
      const newest = await audit.add(entry);
      await audit
        .where(':id')
        .belowOrEqual(newest - CAPACITY)
        .delete();
    });
    await namingErrors(work);
  }

  /** Newest first. */
  async list(limit: number): Promise<StoredAuditEntry[]> {
    const rows = await this.database.audit.orderBy(':id').reverse().limit(limit).toArray();
    return readable(rows, (row) => checkRow(auditSchema, row, 'audit'), this.problems);
  }

  async count(): Promise<number> {
    return await this.database.audit.count();
  }
}
