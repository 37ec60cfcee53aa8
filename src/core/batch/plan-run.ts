import { StudioError } from '../errors.ts';
import type { Project } from '../project/project.ts';
import { type BatchDraft, type BatchRow, isEmptyRow } from './batch-row.ts';
import type { BatchRun, BatchVideo } from './batch-run.ts';
import { checkRow, type RowCheck } from './check-row.ts';
import type { FileFinder } from './find-file.ts';
import { resultNames, titleOf } from './result-names.ts';
import { rowProject } from './row-project.ts';

export interface CheckedRow {
  readonly row: BatchRow;
  /** In the table, from 1. */
  readonly number: number;
  readonly check: RowCheck;
}

/** Rows in which nothing is written make no video, and are nobody's mistake. */
export function checkDraft({ rows }: Pick<BatchDraft, 'rows'>, find: FileFinder, base: Project | null): CheckedRow[] {
  return rows.flatMap((row, index) =>
    isEmptyRow(row) ? [] : [{ row, number: index + 1, check: checkRow(row, { find, base }) }],
  );
}

/**
 * What is to be made of the rows: those that are wrong are refused, each with its reasons.
 * @param base what all videos begin with.
 * @param now milliseconds since 1970.
 */
export function planRun(rows: readonly CheckedRow[], base: Project, now: number, newId: () => string): BatchRun {
  const titles = rows.map(({ row, number, check }) => titleOf(check.ok ? check.plan : row, number));
  const fileNames = resultNames(rows.map(({ number }, index) => ({ number, title: titles[index] ?? '' })));
  const videos = rows.map(({ row, number, check }, index): BatchVideo => {
    const common = { row: number, fileName: fileNames[index] ?? '', hook: row.hook.trim(), jobId: null };
    if (!check.ok) return { ...common, document: null, error: refusal(check.issues, number).toRecord() };
    const identity = { id: newId(), name: titles[index] ?? '', now, newId };
    return { ...common, document: rowProject(base, check.plan, identity), error: null };
  });
  return { id: newId(), startedAt: now, videos };
}

function refusal(issues: readonly { readonly message: string }[], number: number): StudioError {
  return new StudioError('input-invalid', issues.map(({ message }) => message).join(' '), {
    rule: 'row is right',
    value: number,
  });
}
