import type { WorkspaceDatabase } from './database.ts';
import { namingErrors } from './storage-error.ts';

/** Forgets what was found out about media: it is found out again where it is needed. */
export async function forgetAnalyses({ beatGrids, highlights }: WorkspaceDatabase): Promise<void> {
  await namingErrors(Promise.all([beatGrids.clear(), highlights.clear()]));
}
