import type { Project } from '#core/project/project.ts';

export interface ProjectShelf {
  /** A new project that is not stored yet. */
  draft(): Project;
  /** One that is stored, in the look of the workspace's brand. @throws StudioError `disk-full`. */
  create(): Promise<Project>;
  /** @throws StudioError `not-found`. */
  get(id: string): Promise<Project>;
  list(): Promise<Project[]>;
  /** The one edited last. */
  latest(): Promise<Project | undefined>;
  /**
   * What cannot be stored is kept beside the database, and stored at a later start.
   * @throws StudioError `disk-full`, `state-conflict` where a newer studio has taken over.
   */
  save(project: Project): Promise<void>;
  /** Puts a project into the trash: saving it, or `Disk.restore`, brings it back. */
  remove(id: string): Promise<void>;
  /** Deletes a project for good: one that nobody has touched leaves no trace. */
  erase(id: string): Promise<void>;
}
