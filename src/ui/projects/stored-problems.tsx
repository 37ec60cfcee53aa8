import { useState, useSyncExternalStore } from 'react';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';

/** What is wrong with stored things (a damaged row, a lost file), each until it is dismissed. Work goes on under it. */
export function StoredProblems() {
  const { problems } = useEditor().studio;
  const all = useSyncExternalStore(problems.subscribe, problems.list);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const shown = all.filter(({ message }) => !dismissed.has(message));
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Problems with stored files" className="flex flex-col gap-2">
      {shown.map(({ message }) => (
        <li key={message}>
          <Notice
            severity="warning"
            dismissLabel={`Dismiss: ${message}`}
            onDismiss={() => setDismissed((before) => new Set([...before, message]))}
          >
            {message}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
