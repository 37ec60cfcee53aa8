import { toStudioError } from '#core/errors.ts';
import {
  type AuditEntry,
  type AuditFact,
  type AuditSubject,
  assetAudit,
  jobAudit,
  type Operation,
  projectAudit,
  queueAudit,
} from '#core/log/audit-entry.ts';
import type { OpenWorkspace } from '../workspace.ts';
import type { LogWriter } from './log-writer.ts';

export interface AuditTools {
  readonly tab: string;
  readonly now: () => number;
  readonly log: Pick<LogWriter, 'add'>;
  readonly add: (entry: AuditEntry) => Promise<void>;
  readonly onFailure: (thrown: unknown) => void;
}

/** Writes down operations after they were done. A failure to write stops nothing. */
export class AuditLog {
  constructor(private readonly tools: AuditTools) {}

  record(fact: AuditFact): void {
    const { tab, now, log, add, onFailure } = this.tools;
    const { what, subject, outcome, reason } = fact;
    log.add(outcome === 'failed' ? 'warn' : 'info', 'audit', what, { ...subject, outcome, reason });
    add({ at: now(), who: tab, ...fact }).catch(onFailure);
  }

  /** Writes down that an operation failed, and lets its error go on. */
  async failuresOf<T>(what: Operation, subject: AuditSubject, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (thrown) {
      this.record({ what, subject, outcome: 'failed', reason: toStudioError(thrown).message });
      throw thrown;
    }
  }
}

/** Writes down what this tab does to media, projects and exports, whichever code does it. */
export function auditChanges({ changes }: Pick<OpenWorkspace, 'changes'>, audit: AuditLog): void {
  const record = (fact: AuditFact | null) => fact && audit.record(fact);
  changes.jobs((change) => record(jobAudit(change)));
  changes.assets((change) => record(assetAudit(change)));
  changes.projects((change) => record(projectAudit(change)));
  changes.queue((change) => record(queueAudit(change)));
}
