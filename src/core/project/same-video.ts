import type { Project } from './project.ts';

/** Whether two projects make the same video: their own names in the store, and their times, do not count. */
export function isSameVideo(a: Project, b: Project): boolean {
  return JSON.stringify(content(a)) === JSON.stringify(content(b));
}

/** Assets are named by what their files hold. Keys are sorted, as a stored row may have them in another order. */
function content(project: Project): unknown {
  const items = project.items.map((item) => ({ ...item, id: '' }));
  return sorted({ ...project, items, id: '', createdAt: 0, updatedAt: 0 });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
