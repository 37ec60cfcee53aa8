import { StudioError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { MediaAsset } from '../media/asset.ts';
import { countCharacters } from '../render/check-render.ts';
import { countMedia, mediaItem, type Project } from './project.ts';

/** Edits that a rule may refuse. */

export interface ItemsAdded {
  readonly project: Project;
  /** One for each asset that did not fit, in order. */
  readonly refused: readonly StudioError[];
}

/** Appends as many photos and clips as the project may still hold. `newId` gives an id for each. */
export function addItems(
  project: Project,
  assets: readonly MediaAsset[],
  limits: Limits,
  newId: () => string,
): ItemsAdded {
  const room = Math.max(0, limits.items - countMedia(project.items));
  const accepted = assets.slice(0, room);
  const refused = assets.slice(room).map((asset, index) => {
    const position = limits.items + index + 1;
    return new StudioError(
      'too-many-items',
      `${asset.name} would be number ${position}; a video holds at most ${limits.items} photos and clips. Remove one first. The file is in your library.`,
      { file: asset.name, rule: `at most ${limits.items} photos and clips`, value: position },
    );
  });
  const items = [...project.items, ...accepted.map((asset) => mediaItem(newId(), asset.id))];
  return { project: { ...project, items }, refused };
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
