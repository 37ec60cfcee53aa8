import { createProject, type Project } from '#core/project/project.ts';

/** True for a project that is still as it was made. */
export function isUntouched(project: Project): boolean {
  const fresh: Project = {
    ...createProject(project.id, project.createdAt, project.seed),
    updatedAt: project.updatedAt,
  };
  return JSON.stringify(Object.entries(project).sort()) === JSON.stringify(Object.entries(fresh).sort());
}
