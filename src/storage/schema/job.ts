import { z } from 'zod';
import { RENDER_STAGES, type RenderJob } from '#core/job/job.ts';
import { PLATFORMS } from '#core/platform/platforms.ts';
import { QUALITY_MODES, type RenderSettings } from '#core/render/settings.ts';
import { CHECK_NAMES, CHECK_RULES, type OutputReport } from '#core/verify/output-report.ts';
import { errorRecordSchema } from './error-record.ts';
import { storedDocumentSchema } from './render-document.ts';

const positive = z.number().positive();

const settingsSchema: z.ZodType<RenderSettings> = z.object({
  quality: z.enum(QUALITY_MODES),
  size: z.object({ width: z.int().positive(), height: z.int().positive() }),
  frameRate: z.object({ numerator: z.int().positive(), denominator: z.int().positive() }),
  videoBitRate: positive,
  keyframeInterval: z.int().positive(),
  motion: z.boolean(),
  audio: z.object({
    sampleRate: positive,
    channels: z.int().positive(),
    bitRate: positive,
    fadeOutSeconds: z.number().nonnegative(),
  }),
});

const stage = z.enum(RENDER_STAGES);

/** Steps that another version of the studio had are left out: how long they took is no reason to lose the job. */
const timingsSchema = z
  .array(z.object({ stage: z.string(), milliseconds: z.number().nonnegative() }))
  .transform((timings) => timings.flatMap((timing) => stageTiming.safeParse(timing).data ?? []));
const stageTiming = z.object({ stage, milliseconds: z.number() });

const reportSchema: z.ZodType<OutputReport> = z.object({
  passed: z.boolean(),
  checks: z.array(
    z.object({
      name: z.enum(CHECK_NAMES),
      passed: z.boolean(),
      measured: z.union([z.number(), z.string()]).nullable(),
      rule: z.enum(CHECK_RULES),
      limit: z.union([z.number(), z.string()]),
    }),
  ),
  milliseconds: z.number().nonnegative(),
});

export const jobSchema: z.ZodType<RenderJob> = z.object({
  id: z.string().min(1),
  projectId: z.string().min(1),
  project: storedDocumentSchema,
  settings: settingsSchema,
  // Rows from before there were platforms have neither.
  platforms: z.array(z.enum(PLATFORMS)).default([]),
  mostVideoBitRate: positive.nullable().default(null),
  // Rows from before there were retries have none of the fields with a default.
  steppedDownFrom: z.enum(QUALITY_MODES).nullable().default(null),
  status: z.enum(['pending', 'processing', 'completed', 'failed', 'cancelled']),
  progress: z.number().min(0).max(100),
  currentStep: stage.nullable().catch(null),
  frames: z.object({ done: z.number().nonnegative(), total: z.number().nonnegative() }).nullable().default(null),
  etaSeconds: z.number().nullable(),
  attempts: z.int().nonnegative(),
  maxAttempts: z.int().positive(),
  lastError: errorRecordSchema.nullable(),
  retryAt: z.number().nullable().default(null),
  paused: z.boolean().default(false),
  priority: z.number(),
  estimatedDurationMs: z.number().nonnegative(),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  finishedAt: z.number().nullable(),
  timings: timingsSchema,
  output: z
    .object({
      videoFile: z.string().min(1),
      thumbnailFile: z.string().min(1),
      bytes: z.int().positive(),
      frames: z.int().positive(),
      durationSeconds: z.number().positive(),
    })
    .nullable(),
  // A report of another version of the studio, which looked for other things, is no reason to lose the job.
  report: reportSchema.nullable().catch(null).default(null),
});
