import { StudioError } from '#core/errors.ts';
import type { Limits } from '#core/limits.ts';
import type { MediaAsset, MediaKind } from '#core/media/asset.ts';
import { replaceItem } from '#core/project/edit-items.ts';
import { addItems } from '#core/project/edit-project.ts';
import { musicChoice, type Project } from '#core/project/project.ts';

/** What a person wants with the files that they chose. `any` lets each file's kind decide. */
export type Purpose = 'any' | 'music' | 'frame' | 'atmosphere';

/** Takes the place of a photo or clip. */
export interface Replacement {
  /** Id of the item. */
  readonly replaces: string;
}

export interface TakenIn {
  readonly project: Project;
  /** One for each file that is stored now but has no place in this video. */
  readonly refused: readonly StudioError[];
}

export interface TakeInTools {
  readonly newId: () => string;
  readonly limits: Limits;
}

/**
 * Gives one imported file its place: photos and clips after the others, a song as the music. Pure.
 * @param earlier files that came together with this one and have their place: a second song does not push out the first.
 */
export function takeIn(
  project: Project,
  asset: MediaAsset,
  purpose: Purpose | Replacement,
  earlier: readonly MediaAsset[],
  { newId, limits }: TakeInTools,
): TakenIn {
  const { kind } = asset.facts;
  if (typeof purpose === 'object') return replace(project, asset, purpose.replaces);
  if (purpose === 'any' && kind !== 'audio') return addItems(project, [asset], limits, newId);
  return fillPlace(project, asset, purpose === 'any' ? 'music' : purpose, earlier);
}

function replace(project: Project, asset: MediaAsset, itemId: string): TakenIn {
  if (asset.facts.kind !== 'audio') return { project: replaceItem(project, itemId, asset.id), refused: [] };
  return { project, refused: [unused(asset, 'a photo or a clip in this place')] };
}

interface Place {
  readonly kind: MediaKind;
  readonly needs: string;
  readonly fill: (project: Project, asset: MediaAsset) => Project;
}

/** The places that hold one file each. */
const PLACES: Record<Exclude<Purpose, 'any'>, Place> = {
  music: {
    kind: 'audio',
    needs: 'one sound file (MP3, WAV, M4A, AAC, OGG or FLAC) as its music',
    fill: (project, { id }) => ({ ...project, music: musicChoice(id) }),
  },
  frame: {
    kind: 'image',
    needs: 'one picture as its frame: a PNG with a see-through middle',
    fill: (project, { id }) => ({ ...project, frame: { kind: 'custom', assetId: id } }),
  },
  atmosphere: {
    kind: 'video',
    needs: 'one video clip as its atmosphere',
    fill: (project, { id }) => ({ ...project, atmosphere: { kind: 'custom', assetId: id } }),
  },
};

function fillPlace(
  project: Project,
  asset: MediaAsset,
  place: Exclude<Purpose, 'any'>,
  earlier: readonly MediaAsset[],
): TakenIn {
  const { kind, needs, fill } = PLACES[place];
  const { facts } = asset;
  const taken = earlier.some((other) => other.facts.kind === kind);
  if (facts.kind === kind && !taken) return { project: fill(project, asset), refused: [] };
  return { project, refused: [unused(asset, needs)] };
}

function unused({ name, facts }: MediaAsset, needs: string): StudioError {
  return new StudioError(
    'input-invalid',
    `${name} was not used: a video takes ${needs}. The file is in your library.`,
    { file: name, rule: needs, value: facts.kind },
  );
}
