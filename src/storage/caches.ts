import type { WorkspaceDatabase } from './database.ts';
import { namingErrors } from './storage-error.ts';

/** Forgets what was found out about media, and made of it to be looked at: it comes back where it is needed. */
export async function forgetAnalyses({ beatGrids, highlights, animations }: WorkspaceDatabase): Promise<void> {
  await namingErrors(Promise.all([beatGrids.clear(), highlights.clear(), animations.clear()]));
}
