import { type PlanSources, plainSources } from '#core/plan/plan-sources.ts';
import { assetsOfProject, type Project } from '#core/project/project.ts';
import type { AssetLibrary } from './studio.ts';

/** What is known of a project's files. The same for the editor's timeline, the preview and the export. */
export async function planSources(assets: Pick<AssetLibrary, 'lookup'>, project: Project): Promise<PlanSources> {
  return plainSources(await assets.lookup(assetsOfProject(project)));
}
