import { createProject } from '#core/project/project.ts';
import type { ProjectShelf } from './studio.ts';
import type { OpenWorkspace } from './workspace.ts';

export function createProjectShelf({ projects }: OpenWorkspace): ProjectShelf {
  return {
    async create() {
      const project = createProject(crypto.randomUUID(), Date.now(), randomSeed());
      await projects.save(project);
      return project;
    },
    get: (id) => projects.get(id),
    list: () => projects.list(),
    latest: async () => (await projects.list())[0],
    save: (project) => projects.save({ ...project, updatedAt: Date.now() }),
    remove: (id) => projects.remove(id),
  };
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
