import { z } from 'zod';
import { StudioError } from '#core/errors.ts';

/** A stored row that passed its schema. @throws StudioError `storage-failed` naming table, row, field and rule. */
export function checkRow<Row>(schema: z.ZodType<Row>, row: unknown, table: string): Row {
  const result = schema.safeParse(row);
  if (result.success) return result.data;
  const id = rowId(row);
  throw new StudioError(
    'storage-failed',
    `A stored entry of ${table} (${id}) is damaged and was left out: ${firstProblem(result.error)}. The others are not affected.`,
    { rule: `schema of ${table}`, value: id, cause: z.prettifyError(result.error) },
    { cause: result.error },
  );
}

function rowId(row: unknown): string {
  return typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : 'no id';
}

function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'it does not fit';
  const field = issue.path.join('.');
  return field === '' ? issue.message : `${field}: ${issue.message}`;
}
