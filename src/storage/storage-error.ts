import { StudioError, toStudioError } from '#core/errors.ts';
import { newerStudio } from './connection.ts';

/**
 * Names what the database throws: a full disk reaches us as the abort of a transaction, with the reason inside.
 * @param saving what is being written, for the person at the screen: "the project “Summer”".
 * @throws StudioError: `disk-full`, `state-conflict`, `storage-failed`, or what `work` threw if it was one already.
 */
export async function namingErrors<T>(work: PromiseLike<T>, saving?: string): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw asStorageError(thrown, saving);
  }
}

export function asStorageError(thrown: unknown, saving?: string): StudioError {
  if (thrown instanceof StudioError) return thrown;
  const chain = causesOf(thrown);
  const known = chain.find((cause) => cause instanceof StudioError);
  if (known) return known;
  const full = chain.find((cause) => cause.name === 'QuotaExceededError');
  if (full) return saving === undefined ? toStudioError(full) : diskFull(saving, full);
  // The page closes its connection for a newer studio alone; one that failed to open has the reason inside.
  if (chain.length > 0 && chain.every((cause) => cause.name === 'DatabaseClosedError')) return newerStudio();
  const reason = chain.map((cause) => cause.message || cause.name).join('; ') || String(thrown);
  return new StudioError(
    'storage-failed',
    `The browser's database failed: ${reason}. Try again; if it stays so, reload the page.`,
    { rule: 'database works', cause: reason },
    { cause: thrown },
  );
}

function diskFull(saving: string, cause: Error): StudioError {
  return new StudioError(
    'disk-full',
    `There is not enough disk space to save ${saving}. What was saved before is still there. Delete finished videos or media that you no longer need on the Storage page, then try again.`,
    { rule: 'free disk space', value: saving, cause: cause.message },
    { cause },
  );
}

/** Dexie keeps what a failed request or transaction threw as `inner`. */
function causesOf(thrown: unknown): Error[] {
  const chain: Error[] = [];
  for (let cause = thrown; cause instanceof Error && !chain.includes(cause); cause = innerOf(cause)) chain.push(cause);
  return chain;
}

function innerOf(error: Error): unknown {
  return 'inner' in error ? error.inner : error.cause;
}
