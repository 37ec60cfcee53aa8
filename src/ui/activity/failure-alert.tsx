import { useState } from 'react';
import type { FailureAlert } from '#core/metrics/failure-alert.ts';
import { addressOf, usePageOfAddress } from '../pages/address.ts';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { t } from '../words/words.ts';

export function useFailureAlert(): FailureAlert | null {
  const { ledger } = useEditor().studio;
  return useStored(() => ledger.failureAlert(), [ledger]) ?? null;
}

export function alertWords({ failed, of, mostFrequentError }: FailureAlert): string {
  return t`${failed} of the last ${of} exports failed, most of them with “${mostFrequentError}”.`;
}

/** Says on every page that exports mostly fail, until it is dismissed; the next failure brings it back. */
export function FailureBanner() {
  const alert = useFailureAlert();
  const page = usePageOfAddress();
  const [dismissed, setDismissed] = useState<number | null>(null);
  // The activity page says it in its own place.
  if (!alert || alert.lastFailureAt === dismissed || page === 'activity') return null;
  return (
    <div role="alert">
      <Notice
        severity="error"
        dismissLabel={t`Dismiss the warning about failed exports`}
        onDismiss={() => setDismissed(alert.lastFailureAt)}
      >
        {alertWords(alert)}{' '}
        <a href={addressOf('activity')} className="underline underline-offset-2">
          {t`See what happened`}
        </a>
      </Notice>
    </div>
  );
}
