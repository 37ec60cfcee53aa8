import { AssetStore } from '#storage/asset-store.ts';
import { BeatGridStore } from '#storage/beat-grid-store.ts';
import { WorkspaceDatabase } from '#storage/database.ts';
import { HighlightStore } from '#storage/highlight-store.ts';
import { JobStore } from '#storage/job-store.ts';
import { ProblemLog } from '#storage/problem-log.ts';
import { ProjectStore } from '#storage/project-store.ts';
import { openDefaultWorkspace } from '#storage/registry.ts';
import type { Workspace } from '#storage/schema/workspace.ts';
import { sweep } from '#storage/sweep.ts';

/** The stored things of one workspace. */
export interface OpenWorkspace extends Workspace {
  readonly assets: AssetStore;
  readonly highlights: HighlightStore;
  readonly beatGrids: BeatGridStore;
  readonly projects: ProjectStore;
  readonly jobs: JobStore;
  readonly problems: ProblemLog;
  /** Removes files that no row names, and reports rows whose file is gone. */
  sweep(): Promise<void>;
}

/** Opens the default workspace, and makes it at the first start. */
export async function openWorkspace(): Promise<OpenWorkspace> {
  const workspace = await openDefaultWorkspace(Date.now());
  const database = new WorkspaceDatabase(workspace.id);
  const problems = new ProblemLog();
  return {
    ...workspace,
    assets: new AssetStore(database, problems),
    highlights: new HighlightStore(database),
    beatGrids: new BeatGridStore(database, problems),
    projects: new ProjectStore(database, problems),
    jobs: new JobStore(database, problems),
    problems,
    sweep: () => sweep(workspace.id, database, problems),
  };
}
