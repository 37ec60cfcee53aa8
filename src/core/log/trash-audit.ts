import type { TrashItem } from '../disk/trash.ts';
import type { AuditFact } from './audit-entry.ts';

/**
 * What the changes of one commit mean, knowing what left the trash with it: a row that came up as something left was
 * brought back, not made, and what left without one was deleted for good.
 * @param came ids of assets whose rows came up: an import alone is told by whoever imports.
 */
export function withTrash(
  facts: readonly AuditFact[],
  left: readonly TrashItem[],
  came: ReadonlySet<string>,
): AuditFact[] {
  const isBack = ({ what, subject }: AuditFact, { id }: TrashItem) =>
    (what === 'project.create' || what === 'export.start') && subject.id === id;
  const told = facts.map((fact) =>
    left.some((item) => isBack(fact, item)) ? { ...fact, what: 'trash.restore' as const } : fact,
  );
  const others = left.filter((item) => !facts.some((fact) => isBack(fact, item)));
  return [
    ...told,
    ...others.map(({ id, name, kind }) => ({
      ...{ what: kind === 'asset' && came.has(id) ? ('trash.restore' as const) : ('trash.erase' as const) },
      subject: { id, name },
      ...{ outcome: 'done' as const, reason: null },
    })),
  ];
}
