import { Dexie } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { type DependencyList, useEffect, useRef, useState } from 'react';
import { StudioError } from '#core/errors.ts';

/** After a question that found no answer, in milliseconds. */
const RETRY_MS = 2_000;

type Answer<Value> = { readonly found: true; readonly value: Value } | { readonly found: false };

/**
 * What is stored, asked for again at each change of it; undefined while it is looked up. Where the database does not
 * answer, what was known stays in sight and the question is asked again: an edit that cannot be saved says why.
 */
export function useStored<Value>(query: () => Promise<Value> | Value, deps: DependencyList): Value | undefined {
  const [attempt, setAttempt] = useState(0);
  const known = useRef<Value>(undefined);
  const answer = useLiveQuery(() => answerOf(query), [...deps, attempt]);
  useEffect(() => {
    if (answer?.found !== false) return;
    const timer = setTimeout(() => setAttempt((before) => before + 1), RETRY_MS);
    return () => clearTimeout(timer);
  }, [answer]);
  if (answer?.found) known.current = answer.value;
  return known.current;
}

/** @throws what is no failure of the storage: a mistake in the question. */
async function answerOf<Value>(query: () => Promise<Value> | Value): Promise<Answer<Value>> {
  try {
    return { found: true, value: await query() };
  } catch (thrown) {
    const ofStorage = [StudioError, DOMException, Dexie.DexieError].some((kind) => thrown instanceof kind);
    if (!ofStorage) throw thrown;
    return { found: false };
  }
}
