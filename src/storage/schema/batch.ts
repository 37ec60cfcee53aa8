import { z } from 'zod';
import type { BatchDraft, BatchFile, BatchRow } from '#core/batch/batch-row.ts';
import type { BatchRun, BatchVideo } from '#core/batch/batch-run.ts';
import { QUALITY_MODES, VIDEO_FORMATS } from '#core/render/settings.ts';
import { STYLE_NAMES } from '#core/style/style.ts';
import { errorRecordSchema } from './error-record.ts';
import { storedDocumentSchema } from './render-document.ts';

const rowSchema: z.ZodType<BatchRow> = z.object({
  id: z.string().min(1),
  hook: z.string(),
  media: z.string(),
  track: z.string(),
  name: z.string(),
  length: z.string(),
  style: z.string(),
  format: z.string(),
});

const fileSchema: z.ZodType<BatchFile> = z.object({
  name: z.string(),
  assetId: z.string().min(1),
  kind: z.enum(['image', 'video', 'audio']),
});

export const batchDraftSchema: z.ZodType<BatchDraft> = z.object({
  rows: z.array(rowSchema),
  base: z.object({
    projectId: z.string().min(1).nullable(),
    style: z.enum(STYLE_NAMES),
    format: z.enum(VIDEO_FORMATS),
    quality: z.enum(QUALITY_MODES),
  }),
  files: z.array(fileSchema),
});

const videoSchema: z.ZodType<BatchVideo> = z.object({
  row: z.int().positive(),
  fileName: z.string().min(1),
  hook: z.string(),
  document: storedDocumentSchema.nullable(),
  jobId: z.string().min(1).nullable(),
  error: errorRecordSchema.nullable(),
});

export const batchRunSchema: z.ZodType<BatchRun> = z.object({
  id: z.string().min(1),
  startedAt: z.number().nonnegative(),
  videos: z.array(videoSchema),
});
