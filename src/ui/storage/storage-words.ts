import { daysLeft } from '#core/disk/keeping.ts';
import type { StoredMedia, StoredProject, TrashedItem } from '#core/disk/storage-usage.ts';
import { formatBytes } from '../view/format.ts';

/** What the storage page says. */

export function sizeOf(bytes: number): string {
  return bytes === 0 ? '0 kB' : formatBytes(bytes);
}

export function mediaDetail({ usedIn }: StoredMedia): string {
  if (usedIn.length === 0) return 'Not used';
  const [first] = usedIn;
  return usedIn.length === 1 ? `Used in ${first}` : `Used in ${first} and ${usedIn.length - 1} more`;
}

export function projectDetail({ bytes, ownBytes }: StoredProject): string {
  if (bytes === 0) return 'No media';
  if (ownBytes === bytes) return 'Media of its own';
  return ownBytes === 0 ? 'All of its media is used elsewhere too' : `${sizeOf(ownBytes)} of it used nowhere else`;
}

const TRASH_KINDS: Record<TrashedItem['kind'], string> = {
  project: 'Project',
  export: 'Finished video',
  asset: 'Media',
};

export function trashDetail(item: TrashedItem, now: number): string {
  const days = daysLeft(item, now);
  const left = days === 0 ? 'goes today' : days === 1 ? '1 day left' : `${days} days left`;
  return `${TRASH_KINDS[item.kind]}, ${left}`;
}

/** `3 files`, `1 file`. */
export function counted(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}
