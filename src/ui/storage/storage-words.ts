import { daysLeft } from '#core/disk/keeping.ts';
import type { StoredMedia, StoredProject, TrashedItem } from '#core/disk/storage-usage.ts';
import { formatBytes } from '../view/format.ts';
import { t } from '../words/words.ts';

/** What the storage page says. */

export function sizeOf(bytes: number): string {
  return bytes === 0 ? '0 kB' : formatBytes(bytes);
}

export function mediaDetail({ usedIn }: StoredMedia): string {
  if (usedIn.length === 0) return t`Not used`;
  const [first = ''] = usedIn;
  return usedIn.length === 1 ? t`Used in ${first}` : t`Used in ${first} and ${usedIn.length - 1} more`;
}

export function projectDetail({ bytes, ownBytes }: StoredProject): string {
  if (bytes === 0) return t`No media`;
  if (ownBytes === bytes) return t`Media of its own`;
  return ownBytes === 0 ? t`All of its media is used elsewhere too` : t`${sizeOf(ownBytes)} of it used nowhere else`;
}

const TRASH_KINDS: Record<TrashedItem['kind'], string> = {
  project: t`Project`,
  export: t`Finished video`,
  asset: t`Media`,
};

export function trashDetail(item: TrashedItem, now: number): string {
  const days = daysLeft(item, now);
  const left = days === 0 ? t`goes today` : days === 1 ? t`1 day left` : t`${days} days left`;
  return `${TRASH_KINDS[item.kind]}, ${left}`;
}

/** `30 days`, `1 day`. */
export function countedDays(days: number): string {
  return days === 1 ? t`1 day` : t`${days} days`;
}
