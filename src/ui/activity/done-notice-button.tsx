import { Bell } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';

const GRANTED = t`You will get a notification if you look away and it takes over 30 s.`;

/** Beside an export that runs: the browser's question about notifications comes when the person asks for them. */
export function DoneNoticeButton() {
  const { doneNotices } = useEditor().studio.ledger;
  const permission = useSyncExternalStore(doneNotices.subscribe, doneNotices.permission);
  const { failure, attempt } = useAttempt();
  if (permission === 'unsupported') return null;
  if (permission === 'granted') return <p className="text-small text-text-muted">{GRANTED}</p>;
  if (permission === 'refused') {
    return (
      <p className="text-small text-text-muted">
        {t`Notifications are blocked for this page. The browser's settings for this site allow them.`}
      </p>
    );
  }
  const ask = () =>
    attempt(async () => {
      if ((await doneNotices.ask()) === 'granted') announce(GRANTED);
    });
  return (
    <>
      <Button onClick={ask}>
        <Bell aria-hidden className="size-4" />
        {t`Tell me when it is done`}
      </Button>
      {failure && <Notice severity="error">{failure}</Notice>}
    </>
  );
}
