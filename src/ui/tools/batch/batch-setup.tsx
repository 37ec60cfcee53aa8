import { FileSpreadsheet, Plus, Rows3 } from 'lucide-react';
import { useStore } from 'zustand';
import { type BatchDraft, MOST_BATCH_ROWS } from '#core/batch/batch-row.ts';
import type { CheckedRow } from '#core/batch/plan-run.ts';
import { templateCsv } from '#core/batch/read-table.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { download } from '../../save/download.ts';
import { t } from '../../words/words.ts';
import { FileChoice } from '../file-choice.tsx';
import { StartButton } from '../start-button.tsx';
import { BatchFiles } from './batch-files.tsx';
import { BatchLook } from './batch-look.tsx';
import { BatchTable, rowElementId } from './batch-table.tsx';
import { type BatchTool, mediaWithoutRow } from './batch-tool.ts';
import { useBaseProjects, useCheckedRows } from './use-checked-rows.ts';

interface BatchSetupProps {
  readonly tool: BatchTool;
  readonly attempt: (action: () => Promise<unknown>) => void;
}

/** The files, the look, the table, and what is wrong in it. */
export function BatchSetup({ tool, attempt }: BatchSetupProps) {
  const draft = useStore(tool.state, (state) => state.draft);
  if (!draft) return null;
  return <DraftSetup tool={tool} draft={draft} attempt={attempt} />;
}

function DraftSetup({ tool, draft, attempt }: BatchSetupProps & { readonly draft: BatchDraft }) {
  const { notes, refused, importing, starting } = useStore(tool.state);
  const projects = useBaseProjects();
  const rows = useCheckedRows(draft, refused, projects);
  const ready = rows.filter(({ check }) => check.ok).length;
  const unused = mediaWithoutRow(draft);
  return (
    <>
      <div className="grid grid-cols-2 gap-6 max-lg:grid-cols-1">
        <Field level={2} title={t`Files`}>
          <FileChoice
            label={t`Add photos, clips, tracks or a table (CSV)`}
            accept="image/*,video/*,audio/*,.mkv,.heic,.flac,.opus,.csv,.tsv,text/csv"
            multiple
            chosen={null}
            onChoose={(files) => attempt(() => tool.add(files))}
          />
          {importing && (
            <div className="flex items-center gap-3 text-small">
              <span className="tabular-nums">
                {t`Taking in ${Math.min(importing.done + 1, importing.total)} of ${importing.total}`}
              </span>
              <div className="flex-1">
                <ProgressBar
                  label={t`Taking in files`}
                  percent={(100 * importing.done) / Math.max(1, importing.total)}
                />
              </div>
              <Button size="small" onClick={() => tool.cancelImport()}>
                {t`Cancel`}
              </Button>
            </div>
          )}
          <BatchFiles tool={tool} files={draft.files} refused={refused} />
        </Field>
        <BatchLook tool={tool} base={draft.base} projects={projects} />
      </div>
      {notes.length > 0 && (
        <div role="alert" className="flex flex-col gap-2">
          {notes.map((text) => (
            <Notice key={text} severity="warning">
              {text}
            </Notice>
          ))}
        </div>
      )}
      <section aria-label={t`Table`} className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-title font-semibold">{t`Videos`}</h2>
          <Button
            size="small"
            onClick={() => download(new File(['\uFEFF', templateCsv()], 'batch-template.csv', { type: 'text/csv' }))}
          >
            <FileSpreadsheet aria-hidden className="size-4" />
            {t`Download a template (CSV)`}
          </Button>
        </div>
        <BatchTable tool={tool} draft={draft} rows={rows} hasBase={draft.base.projectId !== null} />
        <div className="flex flex-wrap gap-2">
          <Button aria-disabled={draft.rows.length >= MOST_BATCH_ROWS} onClick={() => tool.addRow()}>
            <Plus aria-hidden className="size-4" />
            {t`Add a row`}
          </Button>
          {unused.length > 0 && (
            <Button onClick={() => tool.addRowsForMedia()}>
              <Rows3 aria-hidden className="size-4" />
              {unused.length === 1 ? t`A row for the new photo` : t`A row for each of ${unused.length} new photos`}
            </Button>
          )}
        </div>
      </section>
      <WhatIsWrong rows={rows} ready={ready} />
      <div className="w-full max-w-160">
        <StartButton
          label={starting ? t`Starting` : startWords(ready)}
          missing={missingWords(rows, ready, importing !== null)}
          onStart={() => attempt(() => tool.start())}
        />
      </div>
    </>
  );
}

/** Each row that needs attention, as a way to it. */
function WhatIsWrong({ rows, ready }: { readonly rows: readonly CheckedRow[]; readonly ready: number }) {
  const wrong = rows.filter(({ check }) => !check.ok);
  if (wrong.length === 0) return null;
  return (
    <section aria-label={t`What is wrong`} className="flex flex-col gap-2">
      <Notice severity="warning">
        <p>
          {wrong.length === 1 ? t`1 row needs attention.` : t`${wrong.length} rows need attention.`}{' '}
          {ready > 0 && t`The others can be made meanwhile; these are left out.`}
        </p>
        <div className="mt-2 flex max-h-40 flex-wrap gap-2 overflow-y-auto p-1">
          {wrong.map(({ row, number, check }) => (
            <Button
              key={row.id}
              size="small"
              onClick={() =>
                document.getElementById(rowElementId(row.id, check.ok ? 'hook' : check.issues[0].column))?.focus()
              }
            >
              {t`Row ${number}`}
            </Button>
          ))}
        </div>
      </Notice>
    </section>
  );
}

function startWords(ready: number): string {
  if (ready === 0) return t`Make videos`;
  return ready === 1 ? t`Make 1 video` : t`Make ${ready} videos`;
}

function missingWords(rows: readonly CheckedRow[], ready: number, isImporting: boolean): string | null {
  if (isImporting) return t`Files are being taken in.`;
  if (rows.length === 0) return t`Fill in a row first, or add a table.`;
  return ready === 0 ? t`No row is right yet: each says below it what is wrong.` : null;
}
