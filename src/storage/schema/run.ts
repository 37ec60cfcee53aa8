import { z } from 'zod';
import { isErrorCode } from '#core/errors.ts';
import { RUN_OUTCOMES, type Run } from '#core/metrics/run.ts';

const length = z.number().nonnegative();

export const runSchema: z.ZodType<Run> = z.object({
  jobId: z.string().min(1),
  name: z.string(),
  requestedAt: z.number(),
  startedAt: z.number(),
  finishedAt: z.number(),
  waitMs: length.nullable(),
  outcome: z.enum(RUN_OUTCOMES),
  errorCode: z
    .string()
    .nullable()
    // A code of another version of the studio is still an error.
    .transform((code) => (code === null || isErrorCode(code) ? code : ('unexpected' as const))),
  stages: z.array(z.object({ stage: z.string(), milliseconds: length })),
  frames: z.int().nullable(),
  memoryPeakBytes: length.nullable(),
  storageBytes: length.nullable(),
  queueDepth: z.int().nonnegative(),
});
