import { expect, test } from 'vitest';
import type { AuditFact } from './audit-entry.ts';
import { withTrash } from './trash-audit.ts';

const item = { id: 'p', kind: 'project', name: 'Summer', deletedAt: 0 } as const;
const NONE: ReadonlySet<string> = new Set();
const fact = (what: AuditFact['what'], id: string): AuditFact => ({
  ...{ what, subject: { id, name: 'Summer' }, outcome: 'done', reason: null },
});

test('a row that comes up as it leaves the trash was brought back', () => {
  expect(withTrash([fact('project.create', 'p')], [item], NONE)).toEqual([fact('trash.restore', 'p')]);
  expect(withTrash([fact('export.start', 'p')], [item], NONE)).toEqual([fact('trash.restore', 'p')]);
});

test('what leaves the trash alone was deleted for good', () => {
  expect(withTrash([], [item], NONE)).toEqual([fact('trash.erase', 'p')]);
  expect(withTrash([fact('project.rename', 'p')], [item], NONE)).toEqual([
    fact('project.rename', 'p'),
    fact('trash.erase', 'p'),
  ]);
});

test('everything else is told as it is', () => {
  const facts = [fact('project.create', 'new'), fact('export.remove', 'p')];
  expect(withTrash(facts, [], NONE)).toEqual(facts);
});

test('media that comes up as it leaves the trash was brought back, without a word of its row', () => {
  const media = { ...item, id: 'm', kind: 'asset' } as const;
  expect(withTrash([], [media], new Set(['m']))).toEqual([fact('trash.restore', 'm')]);
  expect(withTrash([], [media], new Set(['other']))).toEqual([fact('trash.erase', 'm')]);
});
