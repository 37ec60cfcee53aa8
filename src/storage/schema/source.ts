import { z } from 'zod';
import type { AssetSource } from '#core/library/source.ts';

export const sourceSchema: z.ZodType<AssetSource> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string() }),
  z.object({ kind: z.literal('url'), address: z.string().min(1) }),
  z.object({ kind: z.literal('recording'), device: z.enum(['camera', 'microphone']) }),
  z.object({ kind: z.literal('archive'), archive: z.string(), path: z.string() }),
]);
