import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Posting } from '#app/studio/posting.ts';
import type { Platform } from '#core/platform/platforms.ts';
import { DEFAULT_POSTING, type PostingChoices } from '#core/platform/posting.ts';

/** How the videos of the workspace are posted: shown at once, and remembered. */
export interface PostingState {
  readonly choices: StoreApi<PostingChoices>;
  choosePlatforms(platforms: readonly Platform[]): Promise<void>;
  /** @throws StudioError `input-invalid` where it is no template. */
  nameFiles(template: string): Promise<void>;
}

export function createPostingState(posting: Posting): PostingState {
  const choices = createStore<PostingChoices>(() => DEFAULT_POSTING);
  const show = async () => choices.setState(await posting.get());
  // What cannot be read is as if nothing had been chosen: the storage says itself what is wrong with it.
  show().catch(() => undefined);
  return {
    choices,
    async choosePlatforms(platforms) {
      choices.setState({ platforms });
      await posting.change({ platforms });
    },
    async nameFiles(nameTemplate) {
      await posting.change({ nameTemplate });
      await show();
    },
  };
}
