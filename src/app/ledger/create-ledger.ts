import { StudioError, toStudioError } from '#core/errors.ts';
import { LOG_CAPACITY, LOG_LEVELS, levelsFrom, toJsonLines } from '#core/log/log-entry.ts';
import { failureAlert } from '#core/metrics/failure-alert.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { AuditLog, auditChanges } from './audit-log.ts';
import type { Ledger, LedgerLog } from './ledger.ts';
import { LogWriter } from './log-writer.ts';
import { logQueue } from './logged.ts';
import { browserMemory, MemorySampler } from './memory-sampler.ts';
import { browserNotifications, Notifier } from './notifier.ts';
import { logPage } from './page-log.ts';
import { ALERT_DEPTH, RunRecorder } from './run-recorder.ts';

export interface LedgerParts {
  readonly ledger: Ledger;
  readonly audit: AuditLog;
}

/** Begins to write down what happens: call it before anything does. */
export function createLedger(workspace: OpenWorkspace, say: (english: string) => string): LedgerParts {
  const tab = crypto.randomUUID().slice(0, 8);
  const now = () => Date.now();
  const failed = tellOnce(workspace);
  const append = workspace.log.append.bind(workspace.log);
  const writer = new LogWriter({ tab, now, append, onFailure: failed });
  const report = (thrown: unknown) => writer.add('error', 'ledger', 'failed', { ...toStudioError(thrown).toRecord() });
  const audit = new AuditLog({ tab, now, log: writer, add: (entry) => workspace.audit.add(entry), onFailure: failed });
  const memory = new MemorySampler(browserMemory(), report);
  const recorder = new RunRecorder({ ...workspace, now, memory, storageUsed, log: writer, onFailure: failed });
  const service = browserNotifications();
  const notifier = new Notifier({ service, say, isHidden: () => document.hidden, onFailure: report });
  logPage(writer, workspace.problems);
  auditChanges(workspace, audit);
  logQueue(workspace, writer);
  workspace.changes.jobs((change) => recorder.changed(change));
  workspace.changes.jobs((change) => notifier.changed(change));
  recorder.catchUp().catch(failed);
  const ledger: Ledger = {
    tab,
    log: logOf(workspace, writer),
    audit: { list: (limit) => workspace.audit.list(limit), count: () => workspace.audit.count() },
    runs: () => workspace.runs.list(),
    failureAlert: async () => failureAlert(await workspace.runs.list(ALERT_DEPTH)),
    doneNotices: notifier,
  };
  return { ledger, audit };
}

function logOf({ log }: OpenWorkspace, writer: LogWriter): LedgerLog {
  return {
    add: (level, scope, event, facts) => writer.add(level, scope, event, facts),
    list: (least, limit) => log.list(levelsFrom(least), limit),
    async file() {
      await writer.flush();
      const entries = await log.list(LOG_LEVELS, LOG_CAPACITY);
      return new File([toJsonLines(entries.reverse())], 'studio-log.jsonl', { type: 'application/jsonl' });
    },
  };
}

/** A ledger that cannot be written would fail again and again: it is said once, and everything else goes on. */
function tellOnce({ problems }: OpenWorkspace): (thrown: unknown) => void {
  let told = false;
  return (thrown) => {
    if (told) return;
    told = true;
    const cause = toStudioError(thrown);
    problems.add(
      new StudioError(
        cause.code,
        `What happens here cannot be written into the activity log: ${cause.message} Everything else goes on.`,
        cause.details,
        { cause },
      ),
    );
  };
}

async function storageUsed(): Promise<number | null> {
  return (await navigator.storage.estimate()).usage ?? null;
}
