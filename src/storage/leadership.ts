import { StudioError } from '#core/errors.ts';
import { NEW_QUEUE, type Queue } from '#core/queue/queue.ts';
import type { WorkspaceDatabase } from './database.ts';
import { checkRow } from './schema/checked.ts';
import { queueSchema } from './schema/queue.ts';

/** The queue's row; a new one before the first export. */
export async function readQueue(database: WorkspaceDatabase): Promise<Queue> {
  const row = await database.queue.get(NEW_QUEUE.id);
  return row === undefined ? NEW_QUEUE : checkRow(queueSchema, row, 'queue');
}

/**
 * Stands before each write of the tab that leads the queue, in the same transaction over the table `queue`: a tab that
 * was held up long enough to lose the lead may still believe that it has it.
 * @throws StudioError `state-conflict`.
 */
export async function expectLeader(database: WorkspaceDatabase, fence: number): Promise<Queue> {
  const queue = await readQueue(database);
  if (queue.fence === fence) return queue;
  throw new StudioError('state-conflict', 'Another tab runs the exports by now.', {
    rule: `fence is ${queue.fence}`,
    value: fence,
  });
}
