import { createProject, type Project } from '#core/project/project.ts';
import type { UnsavedEdits } from './disk/unsaved-edits.ts';
import type { Brand } from './studio/brand.ts';
import type { ProjectShelf } from './studio/projects.ts';
import type { OpenWorkspace } from './workspace.ts';

export function createProjectShelf(
  { projects, trash }: OpenWorkspace,
  brand: Brand,
  unsaved: UnsavedEdits,
  say: (english: string) => string,
): ProjectShelf {
  const draft = () => {
    const project = createProject(crypto.randomUUID(), Date.now(), randomSeed());
    return { ...project, name: say(project.name) };
  };
  const opened = (project: Project) => {
    unsaved.opened(project);
    return project;
  };
  return {
    draft,
    async create() {
      const project = await brand.dress(draft());
      await projects.save(project);
      return opened(project);
    },
    get: async (id) => opened(await projects.get(id)),
    list: () => projects.list(),
    async latest() {
      const [newest] = await projects.list();
      return newest && opened(newest);
    },
    async save(project) {
      const edit = { ...project, updatedAt: Date.now() };
      unsaved.keep(edit);
      await projects.save(edit);
      unsaved.stored(edit);
    },
    remove: (id) => trash.discardProject(id, Date.now()),
    erase: (id) => projects.erase(id),
  };
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
