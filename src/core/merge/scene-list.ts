import type { AssetId } from '../media/asset.ts';
import type { Fit } from '../project/project.ts';
import type { QualityMode, VideoFormat } from '../render/settings.ts';
import type { TransitionKind } from '../style/transition.ts';

/** Scenes that become one video: what the tool "Merge scenes" renders. JSON only; it is stored with its job. */
export interface SceneList {
  readonly kind: 'scenes';
  readonly schemaVersion: typeof SCENE_LIST_VERSION;
  readonly id: string;
  readonly name: string;
  readonly format: VideoFormat;
  readonly quality: QualityMode;
  /** In order, at least one. */
  readonly scenes: readonly MergeScene[];
  /** Between all scenes; null is a hard cut. */
  readonly transition: SceneTransition | null;
}

export const SCENE_LIST_VERSION = 1;

export interface SceneTransition {
  readonly kind: TransitionKind;
  readonly seconds: number;
}

/** A video or an image, and what is said over it. */
export interface MergeScene {
  /** Unique in the list. */
  readonly id: string;
  readonly assetId: AssetId;
  readonly fit: Fit;
  /** Null where nobody speaks over it. */
  readonly voiceAssetId: AssetId | null;
  /** Factor of the amplitude of the scene's own sound. */
  readonly sceneGain: number;
  readonly voiceGain: number;
}

export const DEFAULT_SCENE_GAIN = 0.2;
export const DEFAULT_VOICE_GAIN = 2;
export const MOST_SCENE_GAIN = 4;
export const DEFAULT_TRANSITION_SECONDS = 0.5;
export const LONGEST_TRANSITION_SECONDS = 3;
export const MOST_SCENES = 200;

export function mergeScene(id: string, assetId: AssetId): MergeScene {
  return {
    id,
    assetId,
    fit: 'cover',
    voiceAssetId: null,
    sceneGain: DEFAULT_SCENE_GAIN,
    voiceGain: DEFAULT_VOICE_GAIN,
  };
}

/** Every asset that the scenes need, each once. */
export function assetsOfScenes({ scenes }: SceneList): AssetId[] {
  const ids = scenes.flatMap(({ assetId, voiceAssetId }) =>
    voiceAssetId === null ? [assetId] : [assetId, voiceAssetId],
  );
  return [...new Set(ids)];
}
