import type { PostingChoices } from '#core/platform/posting.ts';

/** How the videos of the workspace are posted. */
export interface Posting {
  /** May be used in `useLiveQuery`. */
  get(): Promise<PostingChoices>;
  /** What is not given stays. @throws StudioError `input-invalid` where the template of names is not one. */
  change(choices: Partial<PostingChoices>): Promise<void>;
}
