import type { AssetId } from '../media/asset.ts';
import { type ItemPlayback, type MediaItem, mediaItem, type Project } from './project.ts';

/** Edits of the photos and clips themselves, wherever they are shown. Pure: a project in, a project out. */

export function moveItem(project: Project, itemId: string, toIndex: number): Project {
  const from = project.items.findIndex((item) => item.id === itemId);
  const moved = project.items[from];
  const to = Math.min(Math.max(toIndex, 0), project.items.length - 1);
  if (!moved || from === to) return project;
  return { ...project, items: project.items.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

export function removeItem(project: Project, itemId: string): Project {
  return { ...project, items: project.items.filter((item) => item.id !== itemId) };
}

export type ItemChange = Partial<Omit<MediaItem, 'id' | 'assetId'>>;

export function changeItem(project: Project, itemId: string, change: ItemChange): Project {
  return { ...project, items: project.items.map((item) => (item.id === itemId ? { ...item, ...change } : item)) };
}

/** Every setting of one item as it was when its file was added. */
export function resetItem(project: Project, itemId: string): Project {
  const items = project.items.map((item) => (item.id === itemId ? mediaItem(item.id, item.assetId) : item));
  return { ...project, items };
}

/** Another part of a clip, as long as the one before; null lets the planner choose from the whole clip. */
export function partFrom(playback: ItemPlayback, startSeconds: number | null): ItemPlayback {
  const moved = startSeconds === null ? null : startSeconds - (playback.startSeconds ?? 0);
  const endSeconds = playback.endSeconds === null || moved === null ? null : playback.endSeconds + moved;
  return { ...playback, startSeconds, endSeconds };
}

/** Another file in the same place. What was chosen within the old file (focus, start) does not fit the new one. */
export function replaceItem(project: Project, itemId: string, assetId: AssetId): Project {
  const fresh = { assetId, focus: { x: 0.5, y: 0.5 } };
  const items = project.items.map((item) =>
    item.id === itemId ? { ...item, ...fresh, playback: partFrom(item.playback, null) } : item,
  );
  return { ...project, items };
}
