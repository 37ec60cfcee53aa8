import { useState, useSyncExternalStore } from 'react';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';

/** Offers a new version of the studio once nothing is at work, until it is put off. */
export function UpdateNotice() {
  const { updates } = useEditor().studio;
  const state = useSyncExternalStore(
    (listener) => updates.subscribe(listener),
    () => updates.snapshot(),
  );
  const [isPutOff, setPutOff] = useState(false);
  const { failure, attempt } = useAttempt();
  if (state !== 'ready' || isPutOff) return null;
  return (
    <section aria-label={t`New version`}>
      <Notice severity="info" dismissLabel={t`Not now`} onDismiss={() => setPutOff(true)}>
        <p>{t`A new version of the studio is ready. The page loads anew; your work is saved.`}</p>
        <Button size="small" className="mt-2" onClick={() => attempt(() => updates.apply())}>
          {t`Reload now`}
        </Button>
        {failure && <p className="mt-2 text-danger">{failure}</p>}
      </Notice>
    </section>
  );
}
