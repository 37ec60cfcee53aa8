import type { AssetLibrary, Disk, Exports, ImportOutcome, ProjectShelf } from '../studio.ts';
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
        onFile: (outcome) => {
          record(outcome);
          options?.onFile?.(outcome);
        },
      }),
    remove: (id) => audit.failuresOf('media.remove', unnamed(id), assets.remove(id)),
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
    start: (project) => audit.failuresOf('export.start', project, exports.start(project)),
    cancel: (id) => audit.failuresOf('export.cancel', unnamed(id), exports.cancel(id)),
    pause: (id) => audit.failuresOf('export.pause', unnamed(id), exports.pause(id)),
    resume: (id) => audit.failuresOf('export.resume', unnamed(id), exports.resume(id)),
    setPriority: (id, priority) =>
      audit.failuresOf('export.prioritise', unnamed(id), exports.setPriority(id, priority)),
    retry: (id) => audit.failuresOf('export.retry', unnamed(id), exports.retry(id)),
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

const QUEUE = { id: 'queue', name: '' };

/** What failed may be that there is no such thing: its name is not asked for. */
function unnamed(id: string) {
  return { id, name: '' };
}
