import type { ErrorRecord } from '#core/errors.ts';
import { Fold } from '../parts/fold.tsx';
import { t } from '../words/words.ts';
import { errorWords } from './error-words.ts';

interface ErrorInWordsProps {
  readonly error: ErrorRecord | null;
  /** Instead of the error's own, where what follows is known. */
  readonly advice?: string;
}

/** What happened, what to do, and folded what a developer would ask for. */
export function ErrorInWords({ error, advice }: ErrorInWordsProps) {
  const words = errorWords(error);
  const { happened, details } = words;
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium">{happened}</p>
      <p className="text-text-muted">{advice ?? words.advice}</p>
      {details.length > 0 && (
        <Fold title={t`Details`}>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
            {details.map(({ name, value }) => (
              <div key={name} className="contents">
                <dt className="text-text-muted">{name}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </Fold>
      )}
    </div>
  );
}
