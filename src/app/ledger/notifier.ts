import type { RenderJob } from '#core/job/job.ts';
import type { RowChange } from '#core/log/row-change.ts';
import { type DoneNotice, doneNotice } from './done-notice.ts';
import type { DoneNotices, NoticePermission } from './ledger.ts';

/** The browser's notifications; null where it has none. */
export interface NotificationService {
  permission(): NoticePermission;
  ask(): Promise<NoticePermission>;
  /** @throws where the browser lets pages show none, as Chrome on Android. */
  show(notice: DoneNotice): void;
}

export interface NotifierTools {
  readonly service: NotificationService | null;
  /** Puts English into the person's language. */
  readonly say: (english: string) => string;
  readonly isHidden: () => boolean;
  readonly onFailure: (thrown: unknown) => void;
}

/** Tells who allowed it that a long export is over, where the tab that ran it is not looked at. */
export class Notifier implements DoneNotices {
  readonly #listeners = new Set<() => void>();

  constructor(private readonly tools: NotifierTools) {}

  readonly permission = (): NoticePermission => this.tools.service?.permission() ?? 'unsupported';

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly ask = async (): Promise<NoticePermission> => {
    const answer = (await this.tools.service?.ask()) ?? 'unsupported';
    for (const listener of this.#listeners) listener();
    return answer;
  };

  /** Called after each committed change of this tab: the one that ran the job is the only one to tell of it. */
  changed(change: RowChange<RenderJob>): void {
    const notice = doneNotice(change);
    if (!notice || !this.tools.isHidden() || this.permission() !== 'granted') return;
    try {
      const { say } = this.tools;
      this.tools.service?.show({ ...notice, title: say(notice.title), body: say(notice.body) });
    } catch (thrown) {
      this.tools.onFailure(thrown);
    }
  }
}

const PERMISSIONS = { default: 'not-asked', granted: 'granted', denied: 'refused' } as const;

export function browserNotifications(): NotificationService | null {
  if (!('Notification' in window)) return null;
  return {
    permission: () => PERMISSIONS[Notification.permission],
    ask: async () => PERMISSIONS[await Notification.requestPermission()],
    show({ jobId, title, body }) {
      // One with the same tag takes the other's place: a job that was run again is told of once.
      const shown = new Notification(title, { body, tag: jobId });
      shown.onclick = () => {
        window.focus();
        shown.close();
      };
    },
  };
}
