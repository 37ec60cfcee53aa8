import type { AssetLibrary, ImportOutcome } from '../studio/assets.ts';
import type { Disk } from '../studio/disk.ts';
import type { Exports } from '../studio/exports.ts';
import type { Library } from '../studio/library.ts';
import type { ProjectShelf } from '../studio/projects.ts';
import type { Workspaces } from '../studio/workspaces.ts';
import type { AuditLog } from './audit-log.ts';

/**
 * The parts of the studio as they were, with what leaves no trace in a row written down, too: imports, and operations
 * that were refused or failed.
 */

export function auditedAssets(assets: AssetLibrary, audit: AuditLog): AssetLibrary {
  const record = (outcome: ImportOutcome) =>
    audit.record(
      outcome.ok
        ? { what: 'media.import', subject: outcome.asset, outcome: 'done', reason: null }
        : {
            what: 'media.import',
            subject: { id: null, name: outcome.file },
            outcome: 'failed',
            reason: outcome.error.message,
          },
    );
  return {
    ...assets,
    importFiles: (files, options) =>
      assets.importFiles(files, {
        ...options,
        onFile: (outcome, index) => {
          record(outcome);
          options?.onFile?.(outcome, index);
        },
      }),
    importAddresses: (addresses, options) =>
      assets.importAddresses(addresses, {
        ...options,
        onFile: (outcome, index) => {
          record(outcome);
          options?.onFile?.(outcome, index);
        },
      }),
    remove: (id) => audit.failuresOf('media.remove', unnamed(id), assets.remove(id)),
  };
}

/** Removals that were done are told by the rows. */
export function auditedLibrary(library: Library, audit: AuditLog): Library {
  return {
    ...library,
    async discard(ids) {
      const outcome = await library.discard(ids);
      for (const { id, error } of outcome.refused) {
        audit.record({ what: 'media.remove', subject: unnamed(id), outcome: 'failed', reason: error.message });
      }
      return outcome;
    },
  };
}

export function auditedProjects(projects: ProjectShelf, audit: AuditLog): ProjectShelf {
  return {
    ...projects,
    create: () => audit.failuresOf('project.create', { id: null, name: '' }, projects.create()),
    save: (project) => audit.failuresOf('project.save', project, projects.save(project)),
    remove: (id) => audit.failuresOf('project.remove', unnamed(id), projects.remove(id)),
    erase: (id) => audit.failuresOf('project.remove', unnamed(id), projects.erase(id)),
  };
}

export function auditedExports(exports: Exports, audit: AuditLog): Exports {
  const { queue } = exports;
  return {
    ...exports,
    start: (project, platforms) => audit.failuresOf('export.start', project, exports.start(project, platforms)),
    cancel: (id) => audit.failuresOf('export.cancel', unnamed(id), exports.cancel(id)),
    pause: (id) => audit.failuresOf('export.pause', unnamed(id), exports.pause(id)),
    resume: (id) => audit.failuresOf('export.resume', unnamed(id), exports.resume(id)),
    setPriority: (id, priority) =>
      audit.failuresOf('export.prioritise', unnamed(id), exports.setPriority(id, priority)),
    retry: (id) => audit.failuresOf('export.retry', unnamed(id), exports.retry(id)),
    setCover: (id, seconds) => audit.failuresOf('export.cover', unnamed(id), exports.setCover(id, seconds)),
    remove: (id) => audit.failuresOf('export.remove', unnamed(id), exports.remove(id)),
    queue: {
      ...queue,
      pause: () => audit.failuresOf('queue.pause', QUEUE, queue.pause()),
      resume: () => audit.failuresOf('queue.resume', QUEUE, queue.resume()),
      setConcurrency: (jobs) => audit.failuresOf('queue.limit', QUEUE, queue.setConcurrency(jobs)),
    },
  };
}

export function auditedDisk(disk: Disk, audit: AuditLog): Disk {
  return {
    ...disk,
    restore: (id) => audit.failuresOf('trash.restore', unnamed(id), disk.restore(id)),
    erase: (ids) => audit.failuresOf('trash.erase', { id: ids[0] ?? null, name: '' }, disk.erase(ids)),
  };
}

/** In the log of the workspace that is open where it was done. */
export function auditedWorkspaces(workspaces: Workspaces, audit: AuditLog): Workspaces {
  return {
    ...workspaces,
    create: (name) => audit.outcomeOf('workspace.create', { id: null, name }, workspaces.create(name)),
    rename: (id, name) => audit.outcomeOf('workspace.rename', { id, name }, workspaces.rename(id, name)),
    async remove(id) {
      const name = (await workspaces.list()).find((workspace) => workspace.id === id)?.name ?? '';
      await audit.outcomeOf('workspace.remove', { id, name }, workspaces.remove(id));
    },
    async exportWhole(id, options) {
      const name = (await workspaces.list()).find((workspace) => workspace.id === id)?.name ?? '';
      return await audit.outcomeOf('workspace.export', { id, name }, workspaces.exportWhole(id, options));
    },
    importWhole: (archive, options) =>
      audit.outcomeOf('workspace.import', { id: null, name: archive.name }, workspaces.importWhole(archive, options)),
  };
}

const QUEUE = { id: 'queue', name: '' };

/** What failed may be that there is no such thing: its name is not asked for. */
function unnamed(id: string) {
  return { id, name: '' };
}
