import type { RenderJob } from '#core/job/job.ts';
import type { RowChange } from '#core/log/row-change.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import type { Project } from '#core/project/project.ts';
import { AssetStore } from '#storage/asset-store.ts';
import { AuditStore } from '#storage/audit-store.ts';
import { BeatGridStore } from '#storage/beat-grid-store.ts';
import { WorkspaceDatabase } from '#storage/database.ts';
import { HighlightStore } from '#storage/highlight-store.ts';
import { JobStore } from '#storage/job-store.ts';
import { LogStore } from '#storage/log-store.ts';
import { ProblemLog } from '#storage/problem-log.ts';
import { ProjectStore } from '#storage/project-store.ts';
import { QueueStore } from '#storage/queue-store.ts';
import { openDefaultWorkspace } from '#storage/registry.ts';
import { observeRows } from '#storage/row-changes.ts';
import { RunStore } from '#storage/run-store.ts';
import type { Workspace } from '#storage/schema/workspace.ts';
import { SegmentStore } from '#storage/segment-store.ts';
import { sweep } from '#storage/sweep.ts';

/** The stored things of one workspace. */
export interface OpenWorkspace extends Workspace {
  readonly assets: AssetStore;
  readonly highlights: HighlightStore;
  readonly beatGrids: BeatGridStore;
  readonly projects: ProjectStore;
  readonly jobs: JobStore;
  readonly segments: SegmentStore;
  readonly queue: QueueStore;
  readonly problems: ProblemLog;
  readonly log: LogStore;
  readonly audit: AuditStore;
  readonly runs: RunStore;
  readonly changes: RowChanges;
  /** Removes files that no row names, and reports rows whose file is gone. */
  sweep(): Promise<void>;
}

/** Tells of each change that this tab commits, once, until the returned function is called. */
interface RowChanges {
  jobs(listener: (change: RowChange<RenderJob>) => void): () => void;
  assets(listener: (change: RowChange<MediaAsset>) => void): () => void;
  projects(listener: (change: RowChange<Project>) => void): () => void;
}

/** Opens the default workspace, and makes it at the first start. */
export async function openWorkspace(): Promise<OpenWorkspace> {
  const workspace = await openDefaultWorkspace(Date.now());
  const database = new WorkspaceDatabase(workspace.id);
  const problems = new ProblemLog();
  const jobs = new JobStore(database, problems);
  return {
    ...workspace,
    assets: new AssetStore(database, problems),
    highlights: new HighlightStore(database),
    beatGrids: new BeatGridStore(database, problems),
    projects: new ProjectStore(database, problems),
    jobs,
    queue: new QueueStore(database, jobs),
    segments: new SegmentStore(workspace.id, database),
    problems,
    log: new LogStore(database, problems),
    audit: new AuditStore(database, problems),
    runs: new RunStore(database, problems),
    changes: {
      jobs: (listener) => observeRows(database.jobs, listener),
      assets: (listener) => observeRows(database.assets, listener),
      projects: (listener) => observeRows(database.projects, listener),
    },
    sweep: () => sweep(workspace.id, database, problems),
  };
}
