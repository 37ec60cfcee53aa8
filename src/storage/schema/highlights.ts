import { z } from 'zod';
import type { HighlightCurve } from '#core/media/highlights.ts';

/** A curve as it is stored, under the hash of the clip's bytes. */
export interface HighlightRow {
  readonly hash: string;
  readonly version: number;
  readonly curve: HighlightCurve;
}

export const highlightSchema: z.ZodType<HighlightRow> = z.object({
  hash: z.string(),
  version: z.int(),
  curve: z.object({ windowSeconds: z.number().positive(), scores: z.array(z.number()) }),
});
