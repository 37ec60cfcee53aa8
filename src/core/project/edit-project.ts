import { StudioError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { MediaAsset } from '../media/asset.ts';
import { countCharacters } from '../render/check-render.ts';
import { type Project, photoItem } from './project.ts';

/** Edits that a rule may refuse. */

export interface PhotosAdded {
  readonly project: Project;
  /** One for each asset that did not fit, in order. */
  readonly refused: readonly StudioError[];
}

/** Appends as many photos as the project may still hold. `newId` gives an id for each. */
export function addPhotos(
  project: Project,
  assets: readonly MediaAsset[],
  limits: Limits,
  newId: () => string,
): PhotosAdded {
  const room = Math.max(0, limits.photos - project.photos.length);
  const accepted = assets.slice(0, room);
  const refused = assets.slice(room).map((asset, index) => {
    const position = limits.photos + index + 1;
    return new StudioError(
      'too-many-photos',
      `${asset.name} would be photo ${position}; a video holds at most ${limits.photos}. Remove a photo first. The file is in your library.`,
      { file: asset.name, rule: `at most ${limits.photos} photos`, value: position },
    );
  });
  const photos = [...project.photos, ...accepted.map((asset) => photoItem(newId(), asset.id))];
  return { project: { ...project, photos }, refused };
}

/** @throws StudioError `input-invalid` when the text is longer than a hook may be. */
export function setHook(project: Project, hook: string, limits: Limits): Project {
  const length = countCharacters(hook);
  if (length > limits.hookCharacters) {
    throw new StudioError(
      'input-invalid',
      `The text hook has ${length} characters; at most ${limits.hookCharacters} are allowed. Shorten it.`,
      { rule: `at most ${limits.hookCharacters} characters`, value: length },
    );
  }
  return { ...project, hook };
}
