import type { PhotoItem, Project } from '#core/project/project.ts';

/** Edits of the photos of a project. Pure: a project in, a project out. */

export function movePhoto(project: Project, photoId: string, toIndex: number): Project {
  const from = project.photos.findIndex((photo) => photo.id === photoId);
  const moved = project.photos[from];
  const to = Math.min(Math.max(toIndex, 0), project.photos.length - 1);
  if (!moved || from === to) return project;
  return { ...project, photos: project.photos.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

export function removePhoto(project: Project, photoId: string): Project {
  return { ...project, photos: project.photos.filter((photo) => photo.id !== photoId) };
}

export function changePhoto(
  project: Project,
  photoId: string,
  change: Partial<Pick<PhotoItem, 'fit' | 'focus'>>,
): Project {
  const photos = project.photos.map((photo) => (photo.id === photoId ? { ...photo, ...change } : photo));
  return { ...project, photos };
}
