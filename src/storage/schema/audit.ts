import { z } from 'zod';
import { type AuditEntry, OPERATIONS } from '#core/log/audit-entry.ts';

/** An entry with its place in the order of all tabs' entries. */
export interface StoredAuditEntry extends AuditEntry {
  readonly id: number;
}

export const auditSchema: z.ZodType<StoredAuditEntry> = z.object({
  id: z.int(),
  at: z.number(),
  who: z.string(),
  what: z.enum(OPERATIONS),
  subject: z.object({ id: z.string().nullable(), name: z.string() }),
  outcome: z.enum(['done', 'failed']),
  reason: z.string().nullable(),
});
