import { z } from 'zod';
import type { Arrival } from '#core/library/arrival.ts';
import type { Filing } from '#core/library/filing.ts';
import type { Folder } from '#core/library/folders.ts';
import { errorRecordSchema } from './error-record.ts';
import { sourceSchema } from './source.ts';

const id = z.string().min(1);

export const folderSchema: z.ZodType<Folder> = z.object({ id, parentId: id.nullable(), name: z.string().min(1) });

export const filingSchema: z.ZodType<Filing> = z.object({
  assetId: id,
  folderId: id.nullable(),
  tags: z.array(z.string().min(1)),
  isFavourite: z.boolean(),
});

const arrivalFacts = {
  id,
  name: z.string(),
  source: sourceSchema,
  bytes: z.int().nonnegative().nullable(),
  folderId: id.nullable(),
  startedAt: z.number(),
};

export const arrivalSchema: z.ZodType<Arrival> = z.discriminatedUnion('status', [
  z.object({ ...arrivalFacts, status: z.literal('importing') }),
  z.object({ ...arrivalFacts, status: z.literal('failed'), error: errorRecordSchema, failedAt: z.number() }),
]);
