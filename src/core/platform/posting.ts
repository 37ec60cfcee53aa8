import { DEFAULT_NAME_TEMPLATE } from './output-name.ts';
import type { Platform } from './platforms.ts';

/** What a workspace remembers of how its videos are posted. */
export interface PostingChoices {
  /** As they were last chosen. */
  readonly platforms: readonly Platform[];
  /** What files of finished videos are called; see `NAME_FIELDS`. */
  readonly nameTemplate: string;
}

export const DEFAULT_POSTING: PostingChoices = { platforms: [], nameTemplate: DEFAULT_NAME_TEMPLATE };
