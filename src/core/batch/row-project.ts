import type { AssetId } from '../media/asset.ts';
import { assetsOfProject, mediaItem, musicChoice, type Project } from '../project/project.ts';
import type { BatchBase } from './batch-row.ts';
import type { RowPlan } from './check-row.ts';

/** What a document needs that is not in the row. */
export interface RowIdentity {
  readonly id: string;
  /** What the video is called where its row gives it no name. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly newId: () => string;
}

/** What all videos of a batch begin with. @param empty a new project. */
export function baseProject(empty: Project, base: BatchBase, project: Project | null): Project {
  if (project) return { ...project, quality: base.quality };
  return { ...empty, style: { ...empty.style, preset: base.style }, format: base.format, quality: base.quality };
}

/** One video of a batch as a document of its own. What the row leaves open is as in `base`. */
export function rowProject(base: Project, plan: RowPlan, { id, name, now, newId }: RowIdentity): Project {
  const items = plan.items.length > 0 ? plan.items.map((assetId) => mediaItem(newId(), assetId)) : base.items;
  const project: Project = {
    ...base,
    id,
    name: plan.name || name,
    createdAt: now,
    updatedAt: now,
    items,
    music: plan.track === null ? base.music : withTrack(base, plan.track),
    hook: plan.hook || base.hook,
    style: plan.style === null ? base.style : { ...base.style, preset: plan.style },
    format: plan.format ?? base.format,
    lengthSeconds: plan.lengthSeconds ?? base.lengthSeconds,
  };
  return withoutLostCaptions(project);
}

/** As loud as the one in its place; what a person changed about the beats was of the other. */
function withTrack({ music }: Project, track: AssetId): Project['music'] {
  return music?.assetId === track ? music : { ...musicChoice(track), gainDb: music?.gainDb ?? 0 };
}

/** Captions of sound that this video has not. */
function withoutLostCaptions(project: Project): Project {
  const heard = new Set(assetsOfProject(project));
  const tracks = project.captions.tracks.filter(({ assetId }) => assetId === null || heard.has(assetId));
  return { ...project, captions: { ...project.captions, tracks } };
}
