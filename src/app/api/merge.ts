import { StudioError, toStudioError } from '#core/errors.ts';
import type { MediaAsset, MediaKind } from '#core/media/asset.ts';
import { type MergeScene, mergeScene, SCENE_LIST_VERSION, type SceneList } from '#core/merge/scene-list.ts';
import type { Studio } from '../studio.ts';
import type { MediaInput, MergeRequest } from './arguments.ts';
import { assetOfKind } from './media-input.ts';
import { type ProcessAnswer, unfinishedExport } from './process.ts';

export interface MergeWatch {
  readonly signal?: AbortSignal;
  /** How many scenes have been taken in. */
  readonly onScene?: (done: number) => void;
}

/** Imports the files of the scenes and queues the video. @throws StudioError that names the scene and the rule. */
export async function mergeForScript(
  studio: Studio,
  request: MergeRequest,
  { signal, onScene = () => undefined }: MergeWatch = {},
): Promise<ProcessAnswer> {
  const scenes: MergeScene[] = [];
  for (const [index, scene] of request.scenes.entries()) {
    if (signal?.aborted) throw new StudioError('cancelled', 'Cancelled.');
    onScene(index);
    scenes.push(await sceneOf(studio, request, scene, index));
  }
  const { name, format, quality, transition, transitionSeconds } = request;
  const list: SceneList = {
    kind: 'scenes',
    schemaVersion: SCENE_LIST_VERSION,
    id: crypto.randomUUID(),
    name,
    format,
    quality,
    scenes,
    transition: transition === 'cut' ? null : { kind: transition, seconds: transitionSeconds },
  };
  const unfinished = request.resume ? await unfinishedExport(studio, () => list) : null;
  if (unfinished) return { jobId: unfinished.id, jobIds: [unfinished.id], resumed: true };
  const [job] = await studio.exports.start(list);
  return { jobId: job.id, jobIds: [job.id], resumed: false };
}

async function sceneOf(
  { assets }: Studio,
  request: MergeRequest,
  { picture, voice, fit, sceneGain = request.sceneGain, voiceGain = request.voiceGain }: MergeRequest['scenes'][number],
  index: number,
): Promise<MergeScene> {
  const take = async (input: MediaInput, part: string, ...kinds: MediaKind[]): Promise<MediaAsset> => {
    try {
      return await assetOfKind(assets, input, `scenes.${index}.${part}`, ...kinds);
    } catch (thrown) {
      throw inScene(index, thrown);
    }
  };
  const shown = await take(picture, 'picture', 'video', 'image');
  const spoken = voice === null ? null : await take(voice, 'voice', 'audio');
  return {
    ...mergeScene(String(index), shown.id),
    fit,
    voiceAssetId: spoken?.id ?? null,
    sceneGain,
    voiceGain,
  };
}

/** Counted from 1, as people do. */
function inScene(index: number, thrown: unknown): Error {
  const error = toStudioError(thrown);
  const { code, message, details } = error;
  return new StudioError(code, `Scene ${index + 1}: ${message}`, details, { cause: error });
}
