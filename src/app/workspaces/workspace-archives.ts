import type { DiskClient } from '#clients/disk-client.ts';
import type { WorkspaceArchiveClient } from '#clients/workspace-archive-client.ts';
import { sizeInWords } from '#core/disk/size-in-words.ts';
import { StudioError } from '#core/errors.ts';
import { safeFileName } from '#core/text/file-name.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import type { WorkspaceRegistry } from '#storage/registry.ts';
import { holdWorkspace } from '#storage/workspace-lock.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { ArchiveOptions, ExportedWorkspace, WorkspaceArchives } from '../studio/workspaces.ts';
import type { ResultFiles } from '../tools/result-files.ts';
import { finishUnfinished } from './finish-unfinished.ts';

export interface WorkspaceArchivesTools {
  readonly registry: WorkspaceRegistry;
  readonly client: WorkspaceArchiveClient;
  readonly disk: Pick<DiskClient, 'hasRoom'>;
  readonly files: ResultFiles;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** What an archive takes beside the files in it, in bytes. */
const SPARE_BYTES = 16e6;

/** Takes whole workspaces out and in, one after the other. */
export function createWorkspaceArchives(tools: WorkspaceArchivesTools): WorkspaceArchives {
  const turns = new OneAtATime();
  return {
    exportWhole: (id, options = {}) => turns.run(() => exportWhole(tools, id, options)),
    importWhole: (archive, options = {}) => turns.run(() => importWhole(tools, archive, options)),
  };
}

async function exportWhole(
  { registry, client, disk, files, now }: WorkspaceArchivesTools,
  id: string,
  { signal, onProgress = () => undefined }: ArchiveOptions,
): Promise<ExportedWorkspace> {
  if (signal?.aborted) throw cancelled();
  const workspace = await registry.find(id);
  if (!workspace) throw notFound(id);
  const release = await holdWorkspace(id);
  try {
    const bytes = (await client.measure(id)) + SPARE_BYTES;
    if (!(await disk.hasRoom(files.directory, bytes))) throw noRoom(workspace, bytes);
    const reserved = await files.reserve();
    try {
      const request = { workspaceId: id, name: workspace.name, path: reserved.path, now: now() };
      const { leftOut } = await client.pack(request, { onProgress, signal });
      // Made of a file on disk: nothing is copied.
      const file = new File([await reserved.read()], `${safeFileName(workspace.name, 'workspace')}.zip`, {
        type: 'application/zip',
      });
      return { file, leftOut, discard: () => reserved.giveUp() };
    } catch (error) {
      await reserved.giveUp();
      throw error;
    }
  } finally {
    release();
  }
}

async function importWhole(
  { registry, client, now, onError }: WorkspaceArchivesTools,
  archive: File,
  { signal, onProgress = () => undefined }: ArchiveOptions,
): Promise<Workspace> {
  if (signal?.aborted) throw cancelled();
  const { id } = await registry.beginArrival(archive.name, now());
  const release = await holdWorkspace(id);
  try {
    const { name } = await client.unpack({ workspaceId: id, archive, now: now() }, { onProgress, signal });
    return await registry.completeArrival(id, name);
  } finally {
    release();
    // Nothing where it has arrived. Not awaited where it has not: the reason is told at once.
    finishUnfinished(registry, id).catch(onError);
  }
}

function cancelled(): StudioError {
  return new StudioError('cancelled', 'Cancelled.');
}

function notFound(id: string): StudioError {
  return new StudioError('not-found', 'This workspace does not exist any more: it was deleted.', {
    rule: 'workspace exists',
    value: id,
  });
}

function noRoom({ name }: Workspace, bytes: number): StudioError {
  return new StudioError(
    'disk-full',
    `Exporting “${name}” needs ${sizeInWords(bytes)} of free disk, and there is not as much left for the studio. Delete videos or media that you no longer need on the Storage page, or free space on the disk.`,
    { file: name, rule: 'free disk in bytes', value: bytes },
  );
}
