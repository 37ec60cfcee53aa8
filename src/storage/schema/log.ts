import { z } from 'zod';
import { LOG_LEVELS, type LogEntry } from '#core/log/log-entry.ts';

/** An entry with its place in the order of all tabs' entries. */
export interface StoredLogEntry extends LogEntry {
  readonly id: number;
}

export const logSchema: z.ZodType<StoredLogEntry> = z.object({
  id: z.int(),
  at: z.number(),
  level: z.enum(LOG_LEVELS),
  scope: z.string(),
  event: z.string(),
  details: z.record(z.string(), z.json()),
});
