import { StudioError } from '#core/errors.ts';
import type { Limits } from '#core/limits.ts';
import type { MediaAsset, MediaKind } from '#core/media/asset.ts';
import { type Project, photoItem } from '#core/project/project.ts';

/** What a person wants with the files that they chose. `any` lets each file's kind decide. */
export type Purpose = 'any' | 'music' | 'frame' | 'atmosphere';

export interface TakenIn {
  readonly project: Project;
  /** Files that are stored now but have no place in this video, each with the reason. */
  readonly refused: readonly { readonly file: string; readonly error: StudioError }[];
}

const KIND_FOR: Record<Exclude<Purpose, 'any'>, MediaKind> = { music: 'audio', frame: 'image', atmosphere: 'video' };
const NEEDED: Record<Exclude<Purpose, 'any'>, string> = {
  music: 'The music has to be a sound file: MP3, WAV, M4A, OGG or FLAC.',
  frame: 'Your own frame has to be a picture: a PNG with a see-through middle works best.',
  atmosphere: 'Your own atmosphere has to be a video clip.',
};

/** Gives imported files their place: photos in order, a song as the music, a clip as the atmosphere. Pure. */
export function takeIn(
  project: Project,
  assets: readonly MediaAsset[],
  purpose: Purpose,
  newId: () => string,
  limits: Limits,
): TakenIn {
  let next = project;
  const refused: { file: string; error: StudioError }[] = [];
  for (const asset of assets) {
    const error = refusal(next, asset, purpose, limits);
    if (error) refused.push({ file: asset.name, error });
    else next = place(next, asset, purpose, newId);
  }
  return { project: next, refused };
}

function place(project: Project, asset: MediaAsset, purpose: Purpose, newId: () => string): Project {
  if (purpose === 'frame') return { ...project, frame: { kind: 'custom', assetId: asset.id } };
  switch (asset.facts.kind) {
    case 'image':
      return { ...project, photos: [...project.photos, photoItem(newId(), asset.id)] };
    case 'audio':
      return { ...project, music: { assetId: asset.id } };
    case 'video':
      return { ...project, atmosphere: { kind: 'custom', assetId: asset.id } };
  }
}

function refusal(project: Project, asset: MediaAsset, purpose: Purpose, limits: Limits): StudioError | null {
  const { kind } = asset.facts;
  if (purpose !== 'any' && kind !== KIND_FOR[purpose]) {
    const message = `${asset.name} was not used. ${NEEDED[purpose]}`;
    return new StudioError('input-invalid', message, { file: asset.name, rule: `${purpose} is ${KIND_FOR[purpose]}` });
  }
  if (purpose === 'any' && kind === 'image' && project.photos.length >= limits.photos) {
    const message = `${asset.name} was left out: a video holds at most ${limits.photos} photos. Remove one, then add it again.`;
    return new StudioError('too-many-photos', message, {
      file: asset.name,
      rule: `at most ${limits.photos} photos`,
      value: project.photos.length + 1,
    });
  }
  return null;
}
