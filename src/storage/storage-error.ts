import { StudioError, toStudioError } from '#core/errors.ts';

/**
 * Names what the database throws: a full disk reaches us as the abort of a transaction, with the reason inside.
 * @throws StudioError: `disk-full`, `storage-failed`, or what `work` threw if it was one already.
 */
export async function namingErrors<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw asStorageError(thrown);
  }
}

export function asStorageError(thrown: unknown): StudioError {
  if (thrown instanceof StudioError) return thrown;
  const chain = causesOf(thrown);
  const known = chain.find((cause) => cause instanceof StudioError);
  if (known) return known;
  const full = chain.find((cause) => cause.name === 'QuotaExceededError');
  if (full) return toStudioError(full);
  const reason = chain.map((cause) => cause.message || cause.name).join('; ') || String(thrown);
  return new StudioError(
    'storage-failed',
    `The browser's database failed: ${reason}. Try again; if it stays so, reload the page.`,
    { rule: 'database works', cause: reason },
    { cause: thrown },
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
