import { X } from 'lucide-react';
import { memo, useId } from 'react';
import type { BatchColumn, BatchDraft, BatchFile, BatchRow } from '#core/batch/batch-row.ts';
import type { RowIssue } from '#core/batch/check-row.ts';
import type { CheckedRow } from '#core/batch/plan-run.ts';
import { VIDEO_FORMATS } from '#core/render/settings.ts';
import { STYLE_NAMES } from '#core/style/style.ts';
import { STYLE_LABELS } from '../../look/names.ts';
import { useGrowingCount } from '../../parts/growing-count.ts';
import { IconButton } from '../../parts/icon-button.tsx';
import { t, translate } from '../../words/words.ts';
import type { BatchTool } from './batch-tool.ts';
import { ChoiceCell, HookCell, TextCell } from './cells.tsx';
import { MediaCell } from './media-cell.tsx';

/** Of a cell: the way to it. */
export function rowElementId(rowId: string, column: BatchColumn): string {
  return `row-${rowId}-${column}`;
}

const COLUMN_LABELS: Record<BatchColumn, string> = {
  hook: t`Hook`,
  media: t`Photos and clips`,
  track: t`Track`,
  name: t`Name`,
  length: t`Seconds`,
  style: t`Style`,
  format: t`Format`,
};

/** Hook and photos need the room. */
const COLUMNS =
  'lg:grid lg:grid-cols-[1.75rem_minmax(0,2.2fr)_minmax(0,2fr)_minmax(0,1.3fr)_minmax(0,1.1fr)_4.5rem_7rem_5.5rem_2.25rem] lg:gap-2';

/** Some ten milliseconds of work. */
const ROWS_AT_ONCE = 10;

const NO_ISSUES: readonly RowIssue[] = [];

/** Many rows that are typed in; each says below itself what is wrong with it. */
export function BatchTable({
  tool,
  draft,
  rows,
  hasBase,
}: {
  readonly tool: BatchTool;
  readonly draft: BatchDraft;
  readonly rows: readonly CheckedRow[];
  readonly hasBase: boolean;
}) {
  const shown = useGrowingCount(draft.rows.length, ROWS_AT_ONCE);
  const issues = new Map(rows.map(({ row, check }) => [row.id, check.ok ? NO_ISSUES : check.issues]));
  return (
    <div>
      <div aria-hidden className={`${COLUMNS} pb-1 text-small text-text-muted max-lg:hidden`}>
        <span />
        {Object.entries(COLUMN_LABELS).map(([column, label]) => (
          <span key={column}>{label}</span>
        ))}
      </div>
      <ul aria-label={t`Rows`} className="flex flex-col gap-2 max-lg:gap-4">
        {draft.rows.slice(0, shown).map((row, index) => (
          <Row
            key={row.id}
            tool={tool}
            row={row}
            number={index + 1}
            files={draft.files}
            hasBase={hasBase}
            issues={issues.get(row.id) ?? NO_ISSUES}
          />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly tool: BatchTool;
  readonly row: BatchRow;
  readonly number: number;
  readonly files: readonly BatchFile[];
  readonly hasBase: boolean;
  readonly issues: readonly RowIssue[];
}

/** Drawn again only when something of it has changed: a key in one of 200 rows leaves the others alone. */
const Row = memo(RowCells, (before, after) => {
  const { issues, ...rest } = after;
  const isSame = Object.entries(rest).every(([name, value]) => Reflect.get(before, name) === value);
  return isSame && JSON.stringify(before.issues) === JSON.stringify(issues);
});

function RowCells({ tool, row, number, files, hasBase, issues }: RowProps) {
  const issuesId = useId();
  const cell = (column: BatchColumn) => ({
    id: rowElementId(row.id, column),
    label: COLUMN_LABELS[column],
    rowName: t`row ${number}`,
    value: row[column],
    isWrong: issues.some((issue) => issue.column === column),
    describedBy: issues.length > 0 ? issuesId : undefined,
    onChange: (value: string) => tool.change(row.id, { [column]: value }),
  });
  const open = hasBase ? t`As the project` : t`As all`;
  const tracks = files.filter(({ kind }) => kind === 'audio').map(({ name }) => ({ value: name, text: name }));
  return (
    <li
      aria-label={t`Row ${number}`}
      className="max-lg:flex max-lg:flex-col max-lg:gap-3 max-lg:rounded-card max-lg:border max-lg:border-line max-lg:p-3"
    >
      <div className={`${COLUMNS} max-lg:grid max-lg:grid-cols-2 max-lg:gap-3`}>
        <span aria-hidden className="self-center text-small text-text-muted tabular-nums max-lg:col-span-2">
          <span className="lg:hidden">{t`Row`} </span>
          {number}
        </span>
        <div className="max-lg:col-span-2">
          <HookCell {...cell('hook')} />
        </div>
        <div className="max-lg:col-span-2">
          <MediaCell {...cell('media')} files={files} />
        </div>
        <ChoiceCell {...cell('track')} open={hasBase ? t`As the project` : t`None`} choices={tracks} />
        <TextCell {...cell('name')} placeholder={t`By its hook`} />
        <TextCell {...cell('length')} placeholder={t`Auto`} inputMode="decimal" />
        <ChoiceCell
          {...cell('style')}
          open={open}
          choices={STYLE_NAMES.map((value) => ({ value, text: STYLE_LABELS[value] }))}
        />
        <ChoiceCell {...cell('format')} open={open} choices={VIDEO_FORMATS.map((value) => ({ value, text: value }))} />
        <div className="flex max-lg:items-end max-lg:justify-end">
          <IconButton label={t`Remove row ${number}`} onClick={() => tool.remove(row.id)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      </div>
      {issues.length > 0 && (
        <ul id={issuesId} className="flex flex-col gap-0.5 pt-1 text-small text-danger lg:ps-9">
          {issues.map(({ column, message }) => (
            <li key={`${column} ${message}`} className="break-words">
              {COLUMN_LABELS[column]}: {translate(message)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
