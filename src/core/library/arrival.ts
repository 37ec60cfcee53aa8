import { type ErrorRecord, StudioError } from '../errors.ts';
import type { AssetSource } from './source.ts';

/**
 * A file on its way into the library. It has a row of its own until it is there: an asset is always ready, so that
 * whoever plans or plays assets need not know of the others. Every function is pure; times are in milliseconds since 1970.
 */
export type Arrival = ImportingArrival | FailedArrival;

interface ArrivalFacts {
  readonly id: string;
  readonly name: string;
  readonly source: AssetSource;
  /** Of the whole file; null where nobody knows yet. */
  readonly bytes: number | null;
  /** Where it is to be filed; null for no folder. */
  readonly folderId: string | null;
  /** Of the newest try. */
  readonly startedAt: number;
}

export interface ImportingArrival extends ArrivalFacts {
  readonly status: 'importing';
}

export interface FailedArrival extends ArrivalFacts {
  readonly status: 'failed';
  readonly error: ErrorRecord;
  readonly failedAt: number;
}

/** What the library shows of anything in it. */
export type LibraryStatus = Arrival['status'] | 'ready';

export type NewArrival = Omit<ArrivalFacts, 'startedAt'>;

export function beginArrival(arrival: NewArrival, now: number): ImportingArrival {
  return { ...arrival, status: 'importing', startedAt: now };
}

/** @throws StudioError `state-conflict` for one that has failed already. */
export function failArrival(arrival: Arrival, error: StudioError, now: number): FailedArrival {
  if (arrival.status !== 'importing') {
    throw new StudioError(
      'state-conflict',
      `The import of ${arrival.name} has failed already. Add the file again, or dismiss it.`,
      { file: arrival.name, rule: 'is importing', value: arrival.status },
    );
  }
  return { ...arrival, status: 'failed', error: error.toRecord(), failedAt: now };
}

/** What an import becomes whose tab is gone. */
export function cutShort(arrival: ImportingArrival, now: number): FailedArrival {
  const error = new StudioError(
    'storage-failed',
    `The import of ${arrival.name} was cut short when its tab was closed. Add it again.`,
    { file: arrival.name, rule: 'the importing tab stays open' },
  );
  return failArrival(arrival, error, now);
}
