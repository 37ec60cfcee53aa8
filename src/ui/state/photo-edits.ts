import type { MediaItem, Project } from '#core/project/project.ts';

/** Edits of the photos of a project. Pure: a project in, a project out. */

export function movePhoto(project: Project, photoId: string, toIndex: number): Project {
  const from = project.items.findIndex((photo) => photo.id === photoId);
  const moved = project.items[from];
  const to = Math.min(Math.max(toIndex, 0), project.items.length - 1);
  if (!moved || from === to) return project;
  return { ...project, items: project.items.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

export function removePhoto(project: Project, photoId: string): Project {
  return { ...project, items: project.items.filter((photo) => photo.id !== photoId) };
}

export function changePhoto(
  project: Project,
  photoId: string,
  change: Partial<Pick<MediaItem, 'fit' | 'focus'>>,
): Project {
  const items = project.items.map((photo) => (photo.id === photoId ? { ...photo, ...change } : photo));
  return { ...project, items };
}
