import type { RenderJob } from '../job/job.ts';
import { assetsOfDocument, isSceneList } from '../job/render-document.ts';
import type { AssetId } from '../media/asset.ts';
import { assetsOfBrand, type BrandKit } from '../project/brand.ts';
import type { Project } from '../project/project.ts';

/** Something that an asset is part of. */
export interface AssetUse {
  readonly kind: 'project' | 'trashed-project' | 'export' | 'scenes' | 'brand';
  readonly id: string;
  readonly name: string;
  /** True while the asset cannot be deleted for it: a finished export has its video already. */
  readonly holds: boolean;
}

export interface UsingRows {
  readonly projects: readonly Project[];
  readonly trashedProjects: readonly Project[];
  readonly jobs: readonly Pick<RenderJob, 'id' | 'status' | 'project'>[];
  readonly brand: BrandKit;
}

/** What each asset is used in, for all assets in one go; those that are used nowhere are not in it. */
export function whereUsed({
  projects,
  trashedProjects,
  jobs,
  brand,
}: UsingRows): ReadonlyMap<AssetId, readonly AssetUse[]> {
  const uses = new Map<AssetId, AssetUse[]>();
  const note = (ids: Iterable<AssetId>, use: AssetUse) => {
    // A scene list may name one asset in several scenes.
    for (const id of new Set(ids)) uses.set(id, [...(uses.get(id) ?? []), use]);
  };
  note(assetsOfBrand(brand), { kind: 'brand', id: 'brand', name: 'Brand kit', holds: true });
  for (const project of projects) note(assetsOfDocument(project), { kind: 'project', ...named(project), holds: true });
  for (const project of trashedProjects) {
    note(assetsOfDocument(project), { kind: 'trashed-project', ...named(project), holds: true });
  }
  for (const { id, status, project: document } of jobs) {
    const kind = isSceneList(document) ? 'scenes' : 'export';
    const holds = status === 'pending' || status === 'processing';
    note(assetsOfDocument(document), { kind, id, name: document.name, holds });
  }
  return uses;
}

function named({ id, name }: Project): Pick<AssetUse, 'id' | 'name'> {
  return { id, name };
}
