import type { Dexie } from 'dexie';
import { StudioError } from '#core/errors.ts';

/**
 * `superseded`: a newer studio changes the tables, and this page cannot read or write any more.
 * `closed`: the browser has closed the connection by itself, as it does when it deletes a database.
 */
export type ConnectionNews = 'superseded' | 'closed';

/** Watches over the connection of a database: reopens a dead one, and gives way to a newer studio. */
export class ConnectionWatch {
  readonly #listeners = new Set<(news: ConnectionNews) => void>();
  #superseded = false;

  constructor(private readonly database: Dexie) {
    this.#reopenDead();
    this.#openAgain();
    this.#refuseNewer();
    this.#giveWay();
  }

  subscribe(listener: (news: ConnectionNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Browsers lose connections (Safari: "Connection to Indexed Database server lost"), and every later transaction
   * throws. Dexie opens a database anew, and does the work again, after an `InvalidStateError`: so each lost
   * connection is told as one, once. Where the new one is dead too, the work fails, and the next begins with another.
   */
  #reopenDead(): void {
    const { database } = this;
    let reopened = false;
    database.use({
      stack: 'dbcore',
      name: 'connection',
      // Next to the browser's own database, below everything of Dexie's.
      level: -10,
      create: (core) => ({
        ...core,
        transaction(stores, mode, options) {
          try {
            const transaction = core.transaction(stores, mode, options);
            reopened = false;
            return transaction;
          } catch (thrown) {
            if (!isDeadConnection(thrown)) throw thrown;
            if (!reopened) {
              reopened = true;
              throw new DOMException(thrown.message, 'InvalidStateError');
            }
            reopened = false;
            database.close({ disableAutoOpen: false });
            throw connectionLost(thrown);
          }
        },
      }),
    });
  }

  /**
   * Dexie remembers that a database could not be opened, and refuses everything from then on. Here the next operation
   * tries again: in a turn of its own, so that those that wait for this opening hear of its failure first.
   */
  #openAgain(): void {
    const { database } = this;
    const open = database.open.bind(database);
    database.open = () =>
      open().catch((error: unknown) => {
        setTimeout(() => {
          if (database.hasFailed() && !this.#superseded) database.close({ disableAutoOpen: false });
        });
        throw error;
      });
  }

  /** Dexie opens a newer database as if it were its own: what is written then may lack what the newer studio needs. */
  #refuseNewer(): void {
    const { database } = this;
    const stays = true;
    database.on(
      'ready',
      () => {
        const connection = database.backendDB();
        // Dexie counts versions in tens.
        if (Math.floor(connection.version / 10) > database.verno) throw newerStudio();
        connection.addEventListener('close', () => this.#tell('closed'));
      },
      stays,
    );
  }

  /** A newer studio in another tab waits for all connections to close before it changes the tables. */
  #giveWay(): void {
    this.database.on('versionchange', ({ newVersion }) => {
      if (newVersion === null || newVersion <= this.database.verno * 10) return;
      this.database.close();
      this.#superseded = true;
      this.#tell('superseded');
      // Dexie's own listener would open the database again.
      return false;
    });
  }

  #tell(news: ConnectionNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}

function isDeadConnection(thrown: unknown): thrown is Error {
  return thrown instanceof Error && (thrown.name === 'InvalidStateError' || thrown.name === 'UnknownError');
}

function connectionLost(cause: Error): StudioError {
  return new StudioError(
    'storage-failed',
    "The connection to the browser's database was lost, and could not be opened again. What you see stays as it is: try again in a moment, or close other tabs of the studio and reload the page.",
    { rule: 'database answers', cause: cause.message },
    { cause },
  );
}

/** For every operation of a page that is older than what is stored. */
export function newerStudio(): StudioError {
  return new StudioError(
    'state-conflict',
    'A newer version of the studio is open in another tab, so this page has stopped saving. Reload this page to go on: edits that were not saved yet are kept, and saved then.',
    { rule: 'newest version of the studio' },
  );
}
