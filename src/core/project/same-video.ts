import { isSceneList, type RenderDocument } from '../job/render-document.ts';

/** Whether two documents make the same video: their own names in the store, and their times, do not count. */
export function isSameVideo(a: RenderDocument, b: RenderDocument): boolean {
  return JSON.stringify(content(a)) === JSON.stringify(content(b));
}

/** Assets are named by what their files hold. Keys are sorted, as a stored row may have them in another order. */
function content(document: RenderDocument): unknown {
  if (isSceneList(document)) {
    const scenes = document.scenes.map((scene) => ({ ...scene, id: '' }));
    return sorted({ ...document, scenes, id: '' });
  }
  const items = document.items.map((item) => ({ ...item, id: '' }));
  return sorted({ ...document, items, id: '', createdAt: 0, updatedAt: 0 });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
