import type { AuditEntry, Operation } from '#core/log/audit-entry.ts';
import type { LogEntry } from '#core/log/log-entry.ts';
import type { RunOutcome } from '#core/metrics/run.ts';

/** What is said about what happened. */

const OPERATION_WORDS: Record<Operation, string> = {
  'media.import': 'Add to the media',
  'media.remove': 'Delete from the media',
  'project.create': 'New video',
  'project.save': 'Save',
  'project.rename': 'Rename to',
  'project.remove': 'Delete the video',
  'export.start': 'Start the export',
  'export.pause': 'Pause the export',
  'export.resume': 'Resume the export',
  'export.prioritise': 'Move in the queue',
  'export.cancel': 'Cancel the export',
  'export.retry': 'Export again',
  'export.cover': 'Change the cover',
  'export.requeue': 'Back to the queue',
  'export.complete': 'Finish the export',
  'export.fail': 'Export',
  'export.remove': 'Remove the export',
  'queue.pause': 'Pause the queue',
  'queue.resume': 'Resume the queue',
  'queue.limit': 'Set how many exports run at once',
  'trash.restore': 'Bring back from the trash',
  'trash.erase': 'Delete for good',
  'workspace.create': 'Make a workspace',
  'workspace.rename': 'Rename a workspace',
  'workspace.remove': 'Delete a workspace',
  'workspace.export': 'Export a workspace',
  'workspace.import': 'Import a workspace',
};

export function operationWords({ what }: Pick<AuditEntry, 'what'>): string {
  return OPERATION_WORDS[what];
}

export const OUTCOME_WORDS: Record<RunOutcome, string> = {
  completed: 'Succeeded',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
};

/** A stage by its own name, whatever stages there are: `rendering` is `Rendering`. */
export function stageWords(stage: string): string {
  return `${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;
}

/** A length of time: `340 ms`, `2.4 s`, `48 s`, `3 min 5 s`, `2 h 10 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return joined(Math.floor(whole / 60), 'min', whole % 60, 's');
  return joined(Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min');
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** 0 to 1 as `92 %`. All but all is not all: 0.999 is `99 %`. */
export function formatShare(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

const MOMENT = new Intl.DateTimeFormat(undefined, {
  ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  hour12: false,
});

/** `21 Nov, 07:45:06`, in the person's own time. */
export function formatMoment(at: number): string {
  return MOMENT.format(at);
}

/** `file: a.jpg, rule: …`, without the tab that every entry names. */
export function detailWords({ details }: LogEntry): string {
  return Object.entries(details)
    .filter(([key]) => key !== 'tab')
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ');
}
