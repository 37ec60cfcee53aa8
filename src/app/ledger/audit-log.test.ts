import { expect, test } from 'vitest';
import type { TrashItem } from '#core/disk/trash.ts';
import type { AuditEntry } from '#core/log/audit-entry.ts';
import type { RowChange } from '#core/log/row-change.ts';
import { createProject, type Project } from '#core/project/project.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { AuditLog, auditChanges } from './audit-log.ts';

function auditOf(add: (entry: AuditEntry) => Promise<void>) {
  const failures: unknown[] = [];
  const onFailure = (thrown: unknown) => void failures.push(thrown);
  const audit = new AuditLog({ tab: 'a', now: () => 7, log: { add: () => undefined }, add, onFailure });
  return { audit, failures };
}

const project = { ...createProject('p', 0, 1), name: 'Summer' };

test('an operation that fails is written down with its reason, and its error goes on', async () => {
  const entries: AuditEntry[] = [];
  const { audit } = auditOf(async (entry) => void entries.push(entry));
  const error = new Error('used elsewhere');
  const removal = audit.failuresOf('media.remove', { id: 'x', name: '' }, Promise.reject(error));
  await expect(removal).rejects.toBe(error);
  expect(entries).toMatchObject([{ at: 7, who: 'a', what: 'media.remove', outcome: 'failed' }]);
  expect(entries[0]?.reason).toContain('used elsewhere');
});

test('no more than id and name of a thing is written down', () => {
  const entries: AuditEntry[] = [];
  const { audit } = auditOf(async (entry) => void entries.push(entry));
  audit.record({ what: 'project.create', subject: project, outcome: 'done', reason: null });
  expect(entries).toEqual([
    { at: 7, who: 'a', what: 'project.create', subject: { id: 'p', name: 'Summer' }, outcome: 'done', reason: null },
  ]);
});

test('an audit log that cannot be written stops nothing', async () => {
  const { audit, failures } = auditOf(() => Promise.reject(new Error('full')));
  expect(await audit.failuresOf('media.remove', { id: 'x', name: '' }, Promise.resolve('done'))).toBe('done');
  audit.record({ what: 'project.create', subject: project, outcome: 'done', reason: null });
  await Promise.resolve();
  expect(failures).toHaveLength(1);
});

test('a project that comes back from the trash is told as that, in whatever order the rows changed', async () => {
  const told: string[] = [];
  const { audit } = auditOf(async ({ what }) => void told.push(what));
  const listeners: { project?: (change: RowChange<Project>) => void; trash?: (change: RowChange<TrashItem>) => void } =
    {};
  const ignore = () => () => undefined;
  const changes: OpenWorkspace['changes'] = {
    ...{ jobs: ignore, assets: ignore, queue: ignore },
    projects: (listener) => {
      listeners.project = listener;
      return () => undefined;
    },
    trash: (listener) => {
      listeners.trash = listener;
      return () => undefined;
    },
  };
  auditChanges({ changes }, audit);
  const item = { id: 'p', kind: 'project', name: 'Summer', deletedAt: 0 } as const;
  const made = () => listeners.project?.({ before: null, after: project });
  const left = () => listeners.trash?.({ before: item, after: null });
  const commits = [[made], [made, left], [left, made], [left]];
  for (const commit of commits) {
    for (const change of commit) change();
    await Promise.resolve();
  }
  expect(told).toEqual(['project.create', 'trash.restore', 'trash.restore', 'trash.erase']);
});
