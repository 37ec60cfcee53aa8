import { type BrandKit, branded, NO_BRAND } from '#core/project/brand.ts';
import { createProject, type Project } from '#core/project/project.ts';

/** True for a project that is still as it was made, in the look of the workspace or in the usual one. */
export function isUntouched(project: Project, brand: BrandKit): boolean {
  const fresh: Project = {
    ...createProject(project.id, project.createdAt, project.seed),
    updatedAt: project.updatedAt,
  };
  return [NO_BRAND, brand].some((kit) => textOf(branded(fresh, kit, () => true)) === textOf(project));
}

function textOf(project: Project): string {
  return JSON.stringify(Object.entries(project).sort());
}
