import { StudioError } from '../errors.ts';
import type { AssetId } from '../media/asset.ts';
import { foldText } from './fold-text.ts';

/**
 * How a person has put an asset away. Apart from the asset itself: tagging a clip does not make a preview that plays it
 * plan anew, and what goes to the trash comes back to its place.
 */
export interface Filing {
  readonly assetId: AssetId;
  /** Null for no folder. */
  readonly folderId: string | null;
  /** In the order in which they were given; no two that differ in case or accents alone. */
  readonly tags: readonly string[];
  readonly isFavourite: boolean;
}

export const TAG_MAX_LENGTH = 40;
export const MOST_TAGS = 30;
export const ASSET_NAME_MAX_LENGTH = 200;

/** Of an asset that nobody has put away. */
export function unfiled(assetId: AssetId): Filing {
  return { assetId, folderId: null, tags: [], isFavourite: false };
}

/**
 * A tag that is there already, in whatever case, is not given twice.
 * @throws StudioError `input-invalid` for an empty or too long tag, `too-many-items` above `MOST_TAGS`.
 */
export function addTag(filing: Filing, typed: string): Filing {
  const tag = tidyTag(typed);
  if (filing.tags.some((known) => foldText(known) === foldText(tag))) return filing;
  if (filing.tags.length >= MOST_TAGS) {
    throw new StudioError('too-many-items', `A file may have ${MOST_TAGS} tags. Remove one before you add “${tag}”.`, {
      rule: 'tags of a file',
      value: MOST_TAGS,
    });
  }
  return { ...filing, tags: [...filing.tags, tag] };
}

export function removeTag(filing: Filing, tag: string): Filing {
  const tags = filing.tags.filter((known) => foldText(known) !== foldText(tag));
  return tags.length === filing.tags.length ? filing : { ...filing, tags };
}

/** All tags in use, each as it is written first, in alphabetical order. */
export function tagsInUse(filings: Iterable<Filing>): string[] {
  const byFold = new Map<string, string>();
  for (const { tags } of filings) {
    for (const tag of tags) {
      const fold = foldText(tag);
      if (!byFold.has(fold)) byFold.set(fold, tag);
    }
  }
  return [...byFold].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag);
}

/** A name for an asset, as typed. @throws StudioError `input-invalid`. */
export function tidyName(typed: string): string {
  return tidy(typed, 'name', ASSET_NAME_MAX_LENGTH);
}

/** @throws StudioError `input-invalid`. */
function tidyTag(typed: string): string {
  return tidy(typed, 'tag', TAG_MAX_LENGTH);
}

/**
 * In composed form, on one line, without spaces around it.
 * @throws StudioError `input-invalid` where nothing is left or too much.
 */
export function tidy(typed: string, what: string, mostCharacters: number): string {
  const text = typed
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const length = [...text].length;
  if (length > 0 && length <= mostCharacters) return text;
  throw new StudioError(
    'input-invalid',
    length === 0
      ? `A ${what} needs at least one letter. Type one.`
      : `This ${what} has ${length} characters, ${mostCharacters} are the most. Shorten it.`,
    { rule: `characters of a ${what}`, value: length },
  );
}
