import { z } from 'zod';
import { type ErrorRecord, isErrorCode } from '#core/errors.ts';

export const errorRecordSchema: z.ZodType<ErrorRecord> = z.object({
  // A code of another version of the studio is still an error: its message says what happened.
  code: z.unknown().transform((code) => (isErrorCode(code) ? code : ('unexpected' as const))),
  message: z.string(),
  details: z.object({
    file: z.string().exactOptional(),
    rule: z.string().exactOptional(),
    value: z.union([z.string(), z.number()]).exactOptional(),
    cause: z.string().exactOptional(),
  }),
});
