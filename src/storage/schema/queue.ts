import { z } from 'zod';
import { NEW_QUEUE, type Queue } from '#core/queue/queue.ts';

/** A damaged field goes back to its default: a queue that cannot be read would stop every export. */
export const queueSchema: z.ZodType<Queue> = z.object({
  id: z.literal('queue'),
  paused: z.boolean().catch(NEW_QUEUE.paused),
  concurrency: z.int().positive().nullable().catch(NEW_QUEUE.concurrency),
  failuresInARow: z.int().nonnegative().catch(NEW_QUEUE.failuresInARow),
  circuit: z.enum(['closed', 'open', 'trial']).catch(NEW_QUEUE.circuit),
  trialAt: z.number().nullable().catch(NEW_QUEUE.trialAt),
  fence: z.int().nonnegative().catch(NEW_QUEUE.fence),
});
