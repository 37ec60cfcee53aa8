import type { AssetId } from '../media/asset.ts';
import { planScenes } from '../merge/plan-scenes.ts';
import { assetsOfScenes, type SceneList } from '../merge/scene-list.ts';
import type { PlanSources } from '../plan/plan-sources.ts';
import { planTimeline } from '../plan/plan-timeline.ts';
import { assetsOfProject, type Project } from '../project/project.ts';
import type { RenderSettings } from '../render/settings.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** What a job makes a video of: JSON only, stored with the job. */
export type RenderDocument = Project | SceneList;

/** A project has no kind: it was the only document for its first four versions. */
export function isSceneList(document: RenderDocument): document is SceneList {
  return 'kind' in document;
}

/** @throws StudioError `not-found` when the document names an asset that `sources` does not hold. */
export function planDocument(document: RenderDocument, sources: PlanSources, settings: RenderSettings): Timeline {
  return isSceneList(document)
    ? planScenes(document, sources.assets, settings)
    : planTimeline(document, sources, settings);
}

/** Every asset that the document needs, each once. */
export function assetsOfDocument(document: RenderDocument): AssetId[] {
  return isSceneList(document) ? assetsOfScenes(document) : assetsOfProject(document);
}

/** What stands for the video until it has a picture of its own. */
export function firstPictureOf(document: RenderDocument): AssetId | undefined {
  const [first] = isSceneList(document) ? document.scenes : document.items;
  return first?.assetId;
}
