import { z } from 'zod';
import { LOGO_CORNERS, LOGO_MARGIN, LOGO_OPACITY, LOGO_SIZE, type LogoChoice } from '#core/project/logo.ts';
import { ATMOSPHERE_PRESETS, type AtmosphereChoice, FRAME_PRESETS, type FrameChoice } from '#core/project/look.ts';
import { migrateProject } from '#core/project/migrations.ts';
import {
  DUCKING_MODES,
  GAIN_RANGE_DB,
  HOOK_PLACEMENTS,
  type MediaItem,
  PLAYBACK_MODES,
  PROJECT_SCHEMA_VERSION,
  type Project,
  type StyleChoice,
} from '#core/project/project.ts';
import { QUALITY_MODES, VIDEO_FORMATS } from '#core/render/settings.ts';
import { MOTION_KINDS } from '#core/style/motion.ts';
import { STYLE_NAMES } from '#core/style/style.ts';
import { contentHashSchema } from './asset.ts';
import { captionsSchema } from './captions.ts';
import { checkRow } from './checked.ts';

const fraction = z.number().min(0).max(1);

/** As `#RRGGBB`. */
export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/i);

const custom = z.object({ kind: z.literal('custom'), assetId: z.string().min(1) });
const none = z.object({ kind: z.literal('none') });

export const frameChoiceSchema: z.ZodType<FrameChoice> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preset'), preset: z.enum(FRAME_PRESETS) }),
  custom,
  none,
]);

export const atmosphereChoiceSchema: z.ZodType<AtmosphereChoice> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preset'), preset: z.enum(ATMOSPHERE_PRESETS) }),
  custom,
  none,
]);

export const styleChoiceSchema: z.ZodType<StyleChoice> = z.object({
  preset: z.enum(STYLE_NAMES),
  gradeStrength: z.number().min(0).max(100),
});

export const logoSchema: z.ZodType<LogoChoice> = z.object({
  assetId: z.string().min(1),
  corner: z.enum(LOGO_CORNERS),
  size: z.number().min(LOGO_SIZE.least).max(LOGO_SIZE.most),
  margin: z.number().min(LOGO_MARGIN.least).max(LOGO_MARGIN.most),
  opacity: z.number().min(LOGO_OPACITY.least).max(LOGO_OPACITY.most),
});

const gainDb = z.number().min(GAIN_RANGE_DB.lowest).max(GAIN_RANGE_DB.highest);

const itemSchema: z.ZodType<MediaItem> = z.object({
  id: z.string().min(1),
  assetId: z.string().min(1),
  fit: z.enum(['cover', 'contain']),
  bars: z.enum(['plain', 'blurred']),
  focus: z.object({ x: fraction, y: fraction }),
  motion: z.enum([...MOTION_KINDS, 'auto']),
  lengthSeconds: z.number().positive().nullable(),
  playback: z.object({
    mode: z.enum(PLAYBACK_MODES),
    startSeconds: z.number().min(0).nullable(),
    endSeconds: z.number().min(0).nullable(),
  }),
  sound: z.object({ muted: z.boolean().nullable(), gainDb }),
});

export const projectSchema: z.ZodType<Project> = z.object({
  schemaVersion: z.literal(PROJECT_SCHEMA_VERSION),
  id: z.string().min(1),
  name: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  items: z.array(itemSchema),
  repeatItems: z.boolean(),
  music: z
    .object({
      assetId: z.string().min(1),
      gainDb,
      beats: z.object({
        tempo: z.number().positive().nullable(),
        shiftSeconds: z.number(),
        factor: z.union([z.literal(0.5), z.literal(1), z.literal(2)]),
      }),
    })
    .nullable(),
  sound: z.object({ ducking: z.enum(DUCKING_MODES), duckDb: z.number().min(0).max(-GAIN_RANGE_DB.lowest) }),
  style: styleChoiceSchema,
  hook: z.string(),
  hookPlacement: z.enum(HOOK_PLACEMENTS),
  hookColour: colourSchema.nullable(),
  hookFont: contentHashSchema.nullable(),
  captions: captionsSchema,
  frame: frameChoiceSchema,
  frameColour: colourSchema.nullable(),
  logo: logoSchema.nullable(),
  atmosphere: atmosphereChoiceSchema,
  format: z.enum(VIDEO_FORMATS),
  quality: z.enum(QUALITY_MODES),
  lengthSeconds: z.number().positive().nullable(),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
});

const versioned = z.looseObject({ schemaVersion: z.number() });

/**
 * A stored project of any age as a project of today.
 * @throws StudioError `storage-failed` when it does not fit, `state-conflict` when a newer studio wrote it.
 */
export function readProject(row: unknown): Project {
  return checkRow(projectSchema, migrateProject(checkRow(versioned, row, 'projects')), 'projects');
}
