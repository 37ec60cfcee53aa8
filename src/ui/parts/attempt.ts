import { useState } from 'react';
import { toStudioError } from '#core/errors.ts';
import { translate } from '../words/words.ts';

/** Runs something that may fail, and keeps the message of the last failure to be shown beside what was pressed. */
export function useAttempt(): {
  readonly failure: string | null;
  readonly attempt: (action: () => Promise<unknown>) => void;
} {
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = (action: () => Promise<unknown>) => {
    setFailure(null);
    action().catch((thrown) => setFailure(translate(toStudioError(thrown).message)));
  };
  return { failure, attempt };
}
