import { liveQuery } from 'dexie';
import { toStudioError } from '#core/errors.ts';
import { concurrencyOf, type Queue } from '#core/queue/queue.ts';
import { resumeQueue } from '#core/queue/settle.ts';
import { pauseQueue } from '#core/queue/take.ts';
import type { ExportQueue, QueueStatus } from '../studio/exports.ts';
import type { OpenWorkspace } from '../workspace.ts';

/** What any tab may do to the queue as a whole: the one that leads sees it by the rows. */
export function createExportQueue({ queue, problems }: OpenWorkspace): ExportQueue {
  const get = async () => statusOf(await queue.get());
  return {
    get,
    watch(listener) {
      const subscription = liveQuery(get).subscribe({
        next: listener,
        error: (error) => problems.add(toStudioError(error)),
      });
      return () => subscription.unsubscribe();
    },
    pause: async () => void (await queue.changeAll(pauseQueue)),
    resume: async () => void (await queue.change((row) => resumeQueue(row, Date.now()))),
    setConcurrency: async (concurrency) => void (await queue.change((row) => ({ ...row, concurrency }))),
  };
}

function statusOf(queue: Queue): QueueStatus {
  const { paused, concurrency, circuit, failuresInARow, trialAt } = queue;
  const limit = concurrencyOf(queue, navigator.hardwareConcurrency);
  return { paused, concurrency, circuit, failuresInARow, trialAt, limit };
}
