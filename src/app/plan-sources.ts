import { type BeatGrid, gridWithoutBeats } from '#core/beats/beat-grid.ts';
import { StudioError } from '#core/errors.ts';
import { assetsOfDocument, isSceneList, type RenderDocument } from '#core/job/render-document.ts';
import type { AssetId } from '#core/media/asset.ts';
import { type AssetLookup, type PlanSources, plainSources } from '#core/plan/plan-sources.ts';
import { assetsOfProject, type Project } from '#core/project/project.ts';
import type { BeatAnalysis, HighlightAnalysis } from './studio/analyses.ts';
import type { AssetLibrary } from './studio/assets.ts';

/** Who knows something of a project's files. */
export interface Knowledge {
  readonly assets: Pick<AssetLibrary, 'lookup'>;
  readonly beats: BeatAnalysis;
  readonly highlights: HighlightAnalysis;
}

/** What is known of a project's files by now. The same for the editor's timeline, the preview and the export. */
export async function planSources(knowledge: Knowledge, document: RenderDocument): Promise<PlanSources> {
  // Scenes are shown as they are: neither beats nor best parts move their cuts.
  if (isSceneList(document)) return plainSources(await knowledge.assets.lookup(assetsOfDocument(document)));
  return await sourcesOfProject(knowledge, document);
}

async function sourcesOfProject({ assets, beats, highlights }: Knowledge, project: Project): Promise<PlanSources> {
  const [found, grid, curves] = await Promise.all([
    assets.lookup(assetsOfProject(project)),
    project.music ? beats.cached(project.music.assetId) : null,
    highlights.cached(project.items.map((item) => item.assetId)),
  ]);
  return { assets: found, beats: grid ?? withoutBeats(beats, project, found), highlights: curves };
}

/** What music counts as whose beats are not looked for or could not be found; null where that is still to come. */
function withoutBeats(beats: BeatAnalysis, { music }: Project, assets: AssetLookup): BeatGrid | null {
  if (!music || !beats.unheard(music.assetId)) return null;
  const facts = assets.get(music.assetId)?.facts;
  return facts && facts.kind !== 'image' ? gridWithoutBeats(facts.durationSeconds) : null;
}

/**
 * As `planSources`, once the music has been listened to and the clips have been looked through. Where that fails, or the
 * person has cancelled it, the video is planned without: it is better than none.
 * @throws StudioError `cancelled`, `not-found`.
 */
export async function completePlanSources(
  knowledge: Knowledge,
  document: RenderDocument,
  signal: AbortSignal,
): Promise<PlanSources> {
  if (!isSceneList(document)) await listenAndLook(knowledge, document, signal);
  return await planSources(knowledge, document);
}

async function listenAndLook(knowledge: Knowledge, project: Project, signal: AbortSignal): Promise<void> {
  const found = await knowledge.assets.lookup(assetsOfProject(project));
  await Promise.all([
    ...(project.music ? [settled(knowledge.beats.analyse(project.music.assetId, { signal }), signal)] : []),
    ...clipsOf(project, found).map((id) => settled(knowledge.highlights.analyse(id, { signal }), signal)),
  ]);
}

/** Clips of which the planner chooses the part that is shown. */
function clipsOf({ items }: Project, assets: AssetLookup): AssetId[] {
  const chosen = items.filter(({ playback }) => playback.mode === 'trim' && playback.startSeconds === null);
  return [...new Set(chosen.map((item) => item.assetId))].filter((id) => assets.get(id)?.facts.kind === 'video');
}

async function settled(analysis: Promise<unknown>, signal: AbortSignal): Promise<void> {
  try {
    await analysis;
  } catch (error) {
    const code = error instanceof StudioError ? error.code : null;
    if (signal.aborted || code === null || code === 'not-found') throw error;
  }
}
