import type { StorageUsage } from '#core/disk/storage-usage.ts';
import type { TrashItem } from '#core/disk/trash.ts';
import type { RenderJob } from '#core/job/job.ts';
import type { RowChange } from '#core/log/row-change.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import type { Project } from '#core/project/project.ts';
import type { Queue } from '#core/queue/queue.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { AnimationStore } from '#storage/animation-store.ts';
import { ArrivalStore } from '#storage/arrival-store.ts';
import { AssetStore } from '#storage/asset-store.ts';
import { AuditStore } from '#storage/audit-store.ts';
import { BeatGridStore } from '#storage/beat-grid-store.ts';
import { forgetAnalyses } from '#storage/caches.ts';
import { ConnectionWatch } from '#storage/connection.ts';
import { WorkspaceDatabase } from '#storage/database.ts';
import { listFiles } from '#storage/files/file-system.ts';
import { mediaDirectory, outputDirectory } from '#storage/files/paths.ts';
import { FontStore } from '#storage/font-store.ts';
import { HighlightStore } from '#storage/highlight-store.ts';
import { JobStore } from '#storage/job-store.ts';
import { LibraryStore } from '#storage/library-store.ts';
import { LogStore } from '#storage/log-store.ts';
import { ProblemLog } from '#storage/problem-log.ts';
import { ProjectStore } from '#storage/project-store.ts';
import { QueueStore } from '#storage/queue-store.ts';
import { rescueFiles } from '#storage/rescue.ts';
import { observeRows } from '#storage/row-changes.ts';
import { RunStore } from '#storage/run-store.ts';
import { SegmentStore } from '#storage/segment-store.ts';
import { SettingsStore } from '#storage/settings-store.ts';
import { sweep } from '#storage/sweep.ts';
import { TrashStore } from '#storage/trash-store.ts';
import { readUsage } from '#storage/usage.ts';

/** The stored things of one workspace. */
export interface OpenWorkspace extends Workspace {
  readonly assets: AssetStore;
  readonly arrivals: ArrivalStore;
  readonly library: LibraryStore;
  readonly highlights: HighlightStore;
  readonly animations: AnimationStore;
  readonly beatGrids: BeatGridStore;
  readonly projects: ProjectStore;
  readonly jobs: JobStore;
  readonly segments: SegmentStore;
  readonly queue: QueueStore;
  readonly trash: TrashStore;
  readonly settings: SettingsStore;
  readonly fonts: FontStore;
  readonly connection: ConnectionWatch;
  readonly problems: ProblemLog;
  readonly log: LogStore;
  readonly audit: AuditStore;
  readonly runs: RunStore;
  readonly changes: RowChanges;
  /** What uses what. */
  usage(): Promise<StorageUsage>;
  /** Forgets what was found out about media. */
  forgetAnalyses(): Promise<void>;
  /** Whether there is anything in the database. */
  hasRows(): Promise<boolean>;
  /** Whether there is any media or finished video. */
  hasFiles(): Promise<boolean>;
  /** Keeps the files of a database that is gone from being swept. @returns how many there are. */
  rescue(): Promise<number>;
  /** Removes files that no row names, and reports rows whose file is gone. */
  sweep(): Promise<void>;
}

/** Tells of each change that this tab commits, once, until the returned function is called. */
interface RowChanges {
  jobs(listener: (change: RowChange<RenderJob>) => void): () => void;
  assets(listener: (change: RowChange<MediaAsset>) => void): () => void;
  projects(listener: (change: RowChange<Project>) => void): () => void;
  queue(listener: (change: RowChange<Queue>) => void): () => void;
  trash(listener: (change: RowChange<TrashItem>) => void): () => void;
}

export function openWorkspace(workspace: Workspace): OpenWorkspace {
  const database = new WorkspaceDatabase(workspace.id);
  const connection = new ConnectionWatch(database);
  const problems = new ProblemLog();
  const assets = new AssetStore(database, problems);
  const projects = new ProjectStore(database, problems);
  const jobs = new JobStore(database, problems);
  const trash = new TrashStore(database, jobs, assets, problems);
  return {
    ...workspace,
    assets,
    arrivals: new ArrivalStore(database, problems),
    library: new LibraryStore(database, problems),
    highlights: new HighlightStore(database),
    animations: new AnimationStore(database),
    beatGrids: new BeatGridStore(database, problems),
    projects,
    jobs,
    segments: new SegmentStore(workspace.id, database),
    queue: new QueueStore(database, jobs),
    trash,
    settings: new SettingsStore(database),
    fonts: new FontStore(workspace.id, database, problems),
    connection,
    problems,
    log: new LogStore(database, problems),
    audit: new AuditStore(database, problems),
    runs: new RunStore(database, problems),
    changes: {
      jobs: (listener) => observeRows(database.jobs, listener),
      assets: (listener) => observeRows(database.assets, listener),
      projects: (listener) => observeRows(database.projects, listener),
      queue: (listener) => observeRows(database.queue, listener),
      trash: (listener) => observeRows(database.trash, listener),
    },
    usage: () => readUsage(workspace.id, { database, assets, projects, jobs, trash }),
    forgetAnalyses: () => forgetAnalyses(database),
    async hasRows() {
      const counts = await Promise.all([database.assets.count(), database.projects.count(), database.jobs.count()]);
      return counts.some((count) => count > 0);
    },
    async hasFiles() {
      const lists = await Promise.all([mediaDirectory(workspace.id), outputDirectory(workspace.id)].map(listFiles));
      return lists.some((files) => files.length > 0);
    },
    rescue: () => rescueFiles(workspace.id),
    sweep: () => sweep(workspace.id, database, problems),
  };
}
