import { StudioError } from '#core/errors.ts';
import type { Limits } from '#core/limits.ts';
import type { MediaAsset, MediaKind } from '#core/media/asset.ts';
import { addPhotos } from '#core/project/edit-project.ts';
import type { Project } from '#core/project/project.ts';

/** What a person wants with the files that they chose. `any` lets each file's kind decide. */
export type Purpose = 'any' | 'music' | 'frame' | 'atmosphere';

export interface TakenIn {
  readonly project: Project;
  /** One for each file that is stored now but has no place in this video. */
  readonly refused: readonly StudioError[];
}

/** Gives imported files their place: photos in order, a song as the music, a clip as the atmosphere. Pure. */
export function takeIn(
  project: Project,
  assets: readonly MediaAsset[],
  purpose: Purpose,
  newId: () => string,
  limits: Limits,
): TakenIn {
  if (purpose !== 'any') return takeInOne(project, assets, purpose);
  const photos = addPhotos(project, ofKind(assets, 'image'), limits, newId);
  const music = takeInOne(photos.project, ofKind(assets, 'audio'), 'music');
  const clip = takeInOne(music.project, ofKind(assets, 'video'), 'atmosphere');
  return { project: clip.project, refused: [...photos.refused, ...music.refused, ...clip.refused] };
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
    needs: 'one sound file (MP3, WAV, M4A, OGG or FLAC) as its music',
    fill: (project, { id }) => ({ ...project, music: { assetId: id } }),
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

function takeInOne(project: Project, assets: readonly MediaAsset[], purpose: Exclude<Purpose, 'any'>): TakenIn {
  const { kind, needs, fill } = PLACES[purpose];
  const chosen = assets.find((asset) => asset.facts.kind === kind);
  const refused = assets
    .filter((asset) => asset !== chosen)
    .map(
      ({ name, facts }) =>
        new StudioError('input-invalid', `${name} was not used: a video takes ${needs}. The file is in your library.`, {
          file: name,
          rule: needs,
          value: facts.kind,
        }),
    );
  return { project: chosen ? fill(project, chosen) : project, refused };
}

function ofKind(assets: readonly MediaAsset[], kind: MediaKind): MediaAsset[] {
  return assets.filter((asset) => asset.facts.kind === kind);
}
