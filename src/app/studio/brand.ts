import type { BrandKit } from '#core/project/brand.ts';
import type { Project } from '#core/project/project.ts';

/** What the videos of the workspace have in common. */
export interface Brand {
  /** May be used in `useLiveQuery`. */
  get(): Promise<BrandKit>;
  /** A project that was made just now in the look of the workspace: what was deleted since is left out. */
  dress(project: Project): Promise<Project>;
  /**
   * For what is made from then on: projects that are there stay as they are.
   * @param change gets the kit as it is when its turn comes, one change after the other.
   * @throws StudioError `input-invalid`.
   */
  change(change: (kit: BrandKit) => BrandKit): Promise<void>;
}
