import { useState } from 'react';
import type { Numbered } from '#app/ledger/ledger.ts';
import type { AuditEntry } from '#core/log/audit-entry.ts';
import { Button } from '../parts/button.tsx';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { t } from '../words/words.ts';
import { formatMoment, operationWords } from './words.ts';

const PAGE = 20;

/** Every operation on media, videos and exports, the newest first; older ones when they are asked for. */
export function AuditList() {
  const { ledger } = useEditor().studio;
  const [limit, setLimit] = useState(PAGE);
  const entries = useStored(() => ledger.audit.list(limit), [ledger, limit]);
  const count = useStored(() => ledger.audit.count(), [ledger]) ?? 0;
  return (
    <section aria-labelledby="operations" className="flex flex-col gap-3">
      <h2 id="operations" className="text-large font-semibold">
        {t`What was done`}
      </h2>
      <ul className="flex flex-col divide-y divide-line rounded-card border border-line">
        {entries?.map((entry) => (
          <Operation key={entry.id} entry={entry} isHere={entry.who === ledger.tab} />
        ))}
      </ul>
      {count > limit && (
        <Button className="self-start" onClick={() => setLimit(limit + PAGE)}>
          {t`Show older`}
        </Button>
      )}
    </section>
  );
}

function Operation({ entry, isHere }: { entry: Numbered<AuditEntry>; isHere: boolean }) {
  const { at, subject, outcome, reason } = entry;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 text-small">
      <time dateTime={new Date(at).toISOString()} className="w-32 shrink-0 text-text-muted tabular-nums">
        {formatMoment(at)}
      </time>
      <span className="min-w-0 flex-1 basis-60 break-words">
        {operationWords(entry)}
        {subject.name !== '' && <span className="text-text-muted"> · {subject.name}</span>}
        {reason !== null && <span className="block text-danger">{reason}</span>}
      </span>
      <span className={outcome === 'failed' ? 'text-danger' : 'text-text-muted'}>
        {outcome === 'failed' ? t`Failed` : t`Done`}
      </span>
      <span className="w-24 text-end whitespace-nowrap text-text-muted max-lg:w-auto">
        {isHere ? t`This tab` : t`Tab ${entry.who}`}
      </span>
    </li>
  );
}
