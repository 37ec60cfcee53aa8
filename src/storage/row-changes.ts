import { Dexie, type Table, type Transaction } from 'dexie';
import type { RowChange } from '#core/log/row-change.ts';

/**
 * Tells of each committed change that this tab makes to the rows of a table, whichever code makes it. Other tabs' changes
 * are told there: so each change is told once, by who made it. What a transaction took back is never told.
 * @param listener is called after the commit and outside of its transaction.
 * @returns ends it.
 */
export function observeRows<Row, Key>(table: Table<Row, Key>, listener: (change: RowChange<Row>) => void): () => void {
  const tell = (transaction: Transaction, change: RowChange<Row>) => {
    outermost(transaction).on('complete', () => Dexie.ignoreTransaction(() => listener(change)));
  };
  const onCreate = function (this: unknown, _key: Key, row: Row, transaction: Transaction): undefined {
    tell(transaction, { before: null, after: row });
  };
  const onUpdate = function (
    this: { onsuccess?: (row: Row) => void },
    _changes: object,
    _key: Key,
    before: Row,
    transaction: Transaction,
  ): undefined {
    this.onsuccess = (after) => tell(transaction, { before, after });
  };
  const onDelete = function (this: unknown, _key: Key, row: Row | undefined, transaction: Transaction): undefined {
    // A deletion of what is not there changes nothing.
    if (row !== undefined) tell(transaction, { before: row, after: null });
  };
  table.hook('creating', onCreate);
  table.hook('updating', onUpdate);
  table.hook('deleting', onDelete);
  return () => {
    table.hook('creating').unsubscribe(onCreate);
    table.hook('updating').unsubscribe(onUpdate);
    table.hook('deleting').unsubscribe(onDelete);
  };
}

/** A transaction within another is only as final as that one. */
function outermost(transaction: Transaction): Transaction {
  let outer = transaction;
  while (outer.parent) outer = outer.parent;
  return outer;
}
