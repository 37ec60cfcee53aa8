import type { AuditEntry, Operation } from '#core/log/audit-entry.ts';
import type { LogEntry } from '#core/log/log-entry.ts';
import type { RunOutcome } from '#core/metrics/run.ts';
import { formatSeconds } from '../view/format.ts';
import { locale, t, translate } from '../words/words.ts';

/** What is said about what happened. */

const OPERATION_WORDS: Record<Operation, string> = {
  'media.import': t`Add to the media`,
  'media.remove': t`Delete from the media`,
  'project.create': t`New video`,
  'project.save': t`Save`,
  'project.rename': t`Rename to`,
  'project.remove': t`Delete the video`,
  'export.start': t`Start the export`,
  'export.pause': t`Pause the export`,
  'export.resume': t`Resume the export`,
  'export.prioritise': t`Move in the queue`,
  'export.cancel': t`Cancel the export`,
  'export.retry': t`Export again`,
  'export.cover': t`Change the cover`,
  'export.requeue': t`Back to the queue`,
  'export.complete': t`Finish the export`,
  'export.fail': t`Export`,
  'export.remove': t`Remove the export`,
  'queue.pause': t`Pause the queue`,
  'queue.resume': t`Resume the queue`,
  'queue.limit': t`Set how many exports run at once`,
  'trash.restore': t`Bring back from the trash`,
  'trash.erase': t`Delete for good`,
  'workspace.create': t`Make a workspace`,
  'workspace.rename': t`Rename a workspace`,
  'workspace.remove': t`Delete a workspace`,
  'workspace.export': t`Export a workspace`,
  'workspace.import': t`Import a workspace`,
};

export function operationWords({ what }: Pick<AuditEntry, 'what'>): string {
  return OPERATION_WORDS[what];
}

export const OUTCOME_WORDS: Record<RunOutcome, string> = {
  completed: t`Succeeded`,
  failed: t`Failed`,
  cancelled: t`Cancelled`,
  interrupted: t`Interrupted`,
};

/** A stage by its own name, whatever stages there are: `rendering` is `Rendering`. */
export function stageWords(stage: string): string {
  const words = translate(stage);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A length of time: `340 ms`, `2.4 s`, `48 s`, `3 min 5 s`, `2 h 10 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 999.5) return t`${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return formatSeconds(seconds);
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

const MOMENT = new Intl.DateTimeFormat(locale(), {
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
