import type { TrashItem } from '#core/disk/trash.ts';
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
import { withTrash } from '#core/log/trash-audit.ts';
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
    const { what, outcome, reason } = fact;
    // A whole asset or project may have been given: its name and id are enough.
    const subject = { id: fact.subject.id, name: fact.subject.name };
    log.add(outcome === 'failed' ? 'warn' : 'info', 'audit', what, { ...subject, outcome, reason });
    add({ at: now(), who: tab, what, subject, outcome, reason }).catch(onFailure);
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

  /** As `failuresOf`, for what leaves no trace in a row of this workspace: what went well is written down, too. */
  async outcomeOf<T>(what: Operation, subject: AuditSubject, work: Promise<T>): Promise<T> {
    const result = await this.failuresOf(what, subject, work);
    this.record({ what, subject, outcome: 'done', reason: null });
    return result;
  }
}

/** Writes down what this tab does to media, projects and exports, whichever code does it. */
export function auditChanges({ changes }: Pick<OpenWorkspace, 'changes'>, audit: AuditLog): void {
  let facts: AuditFact[] = [];
  let leftTrash: TrashItem[] = [];
  let cameUp = new Set<string>();
  const settle = () => {
    for (const fact of withTrash(facts, leftTrash, cameUp)) audit.record(fact);
    facts = [];
    leftTrash = [];
    cameUp = new Set();
  };
  // The changes of one commit are told in one go, in any order: only together they say what was done.
  const settleLater = () => facts.length + leftTrash.length + cameUp.size === 1 && queueMicrotask(settle);
  const take = (fact: AuditFact | null) => {
    if (!fact) return;
    facts.push(fact);
    settleLater();
  };
  changes.jobs((change) => take(jobAudit(change)));
  changes.assets((change) => {
    take(assetAudit(change));
    if (change.before || !change.after) return;
    cameUp.add(change.after.id);
    settleLater();
  });
  changes.projects((change) => take(projectAudit(change)));
  changes.queue((change) => take(queueAudit(change)));
  changes.trash(({ before, after }) => {
    if (!before || after) return;
    leftTrash.push(before);
    settleLater();
  });
}
