import { type Arrival, cutShort } from '#core/library/arrival.ts';
import type { WorkspaceDatabase } from './database.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { checkRow } from './schema/checked.ts';
import { arrivalSchema } from './schema/library.ts';
import { namingErrors } from './storage-error.ts';

/** Each is a request of its own to the database: hundreds in one task would hold up the page. */
const REMOVALS_A_TASK = 100;

/** Files on their way into the library, and those that did not get there. One that did has no row here any more. */
export class ArrivalStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  /** Newest first. */
  async list(): Promise<Arrival[]> {
    const arrivals = readable(await this.database.arrivals.toArray(), read, this.problems);
    return arrivals.sort((a, b) => b.startedAt - a.startedAt);
  }

  /** New ones, and what has become of others. In one commit, however many: each waits for the disk. */
  async put(arrivals: readonly Arrival[]): Promise<void> {
    await namingErrors(this.database.arrivals.bulkPut([...arrivals]));
  }

  /** Those that have arrived, were cancelled or dismissed. */
  async remove(ids: readonly string[]): Promise<void> {
    for (let first = 0; first < ids.length; first += REMOVALS_A_TASK) {
      const some = ids.slice(first, first + REMOVALS_A_TASK);
      await namingErrors(this.database.arrivals.bulkDelete(some));
    }
  }

  /** Says of all that are on their way that they were cut short: for when no tab brings files in. */
  endAll(now: number): Promise<void> {
    const { arrivals } = this.database;
    const work = this.database.transaction('rw', arrivals, async () => {
      const open = (await this.list()).flatMap((arrival) => (arrival.status === 'importing' ? [arrival] : []));
      await arrivals.bulkPut(open.map((arrival) => cutShort(arrival, now)));
    });
    return namingErrors(work);
  }
}

function read(row: unknown): Arrival {
  return checkRow(arrivalSchema, row, 'arrivals');
}
