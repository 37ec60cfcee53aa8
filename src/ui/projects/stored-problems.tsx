import { useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { t, translate } from '../words/words.ts';

/**
 * What is wrong with stored things (a damaged row, a lost file), each until it is dismissed, and an edit that could not be
 * saved, until it is. Work goes on under it.
 */
export function StoredProblems() {
  const { studio, autosave } = useEditor();
  const { problems } = studio;
  const unsaved = useStore(autosave.status, ({ error }) => error);
  const all = useSyncExternalStore(problems.subscribe, problems.list);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const shown = all.filter(({ message }) => !dismissed.has(message) && message !== unsaved?.message);
  if (shown.length === 0 && !unsaved) return null;
  return (
    <ul aria-label={t`Problems with stored files`} className="flex flex-col gap-2">
      {unsaved && (
        <li>
          <div role="alert">
            <Notice severity="error">
              <p>{translate(unsaved.message)}</p>
              <Button size="small" className="mt-2" onClick={() => void autosave.flush()}>
                {t`Save again`}
              </Button>
            </Notice>
          </div>
        </li>
      )}
      {shown.map(({ message }) => (
        <li key={message}>
          <Notice
            severity="warning"
            dismissLabel={t`Dismiss: ${translate(message)}`}
            onDismiss={() => setDismissed((before) => new Set([...before, message]))}
          >
            {translate(message)}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
