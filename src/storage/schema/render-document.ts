import { z } from 'zod';
import { StudioError } from '#core/errors.ts';
import type { RenderDocument } from '#core/job/render-document.ts';
import { type MergeScene, MOST_SCENE_GAIN, SCENE_LIST_VERSION, type SceneList } from '#core/merge/scene-list.ts';
import { QUALITY_MODES, VIDEO_FORMATS } from '#core/render/settings.ts';
import { TRANSITION_KINDS } from '#core/style/transition.ts';
import { checkRow } from './checked.ts';
import { readProject } from './project.ts';

const gain = z.number().min(0).max(MOST_SCENE_GAIN);

const sceneSchema: z.ZodType<MergeScene> = z.object({
  id: z.string().min(1),
  assetId: z.string().min(1),
  fit: z.enum(['cover', 'contain']),
  voiceAssetId: z.string().min(1).nullable(),
  sceneGain: gain,
  voiceGain: gain,
});

const sceneListSchema: z.ZodType<SceneList> = z.object({
  kind: z.literal('scenes'),
  schemaVersion: z.literal(SCENE_LIST_VERSION),
  id: z.string().min(1),
  name: z.string(),
  format: z.enum(VIDEO_FORMATS),
  quality: z.enum(QUALITY_MODES),
  scenes: z.array(sceneSchema),
  transition: z.object({ kind: z.enum(TRANSITION_KINDS), seconds: z.number().positive() }).nullable(),
});

const kindOf = z.looseObject({ kind: z.literal('scenes'), schemaVersion: z.int() });

/**
 * What a job makes a video of, as it is stored, of any age.
 * @throws StudioError `storage-failed` when it does not fit, `state-conflict` when a newer studio wrote it.
 */
export function readDocument(row: unknown): RenderDocument {
  const scenes = kindOf.safeParse(row).data;
  if (!scenes) return readProject(row);
  if (scenes.schemaVersion > SCENE_LIST_VERSION) {
    throw new StudioError(
      'state-conflict',
      `These scenes were saved by a newer version of the studio (schema ${scenes.schemaVersion}, this one reads up to ${SCENE_LIST_VERSION}). Reload the page to update.`,
      { rule: 'schemaVersion', value: scenes.schemaVersion },
    );
  }
  return checkRow(sceneListSchema, row, 'jobs');
}

/** As `readDocument`, for use inside a schema. */
export const storedDocumentSchema: z.ZodType<RenderDocument> = z.unknown().transform((row, context) => {
  try {
    return readDocument(row);
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});
