import { useState } from 'react';
import { type StudioError, toStudioError } from '#core/errors.ts';
import { FormatPicker, QualityPicker } from '../look/format-section.tsx';
import { LengthField } from '../look/length-field.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { useEstimate, useIssues } from '../state/exports.ts';
import { estimateWords, needsWords } from './words.ts';

/** The last choices before an export, and what stands in its way. */
export function ExportSetup() {
  const issues = useIssues();
  return (
    <div className="flex flex-col gap-5">
      {issues?.map((issue) => (
        <Notice key={issue.code} severity={issue.severity}>
          {issue.message}
        </Notice>
      ))}
      <QualityPicker />
      <FormatPicker />
      <LengthField />
    </div>
  );
}

/** What the export will cost, and the button that starts it: blocked with the reason where it could not succeed. */
export function StartExport() {
  const blocking = useIssues()?.find((issue) => issue.severity === 'error');
  const estimate = useEstimate();
  const { start, starting, error } = useStartExport();
  const words = estimate ? estimateWords(estimate) : '';
  return (
    <div className="flex flex-col gap-3">
      {error && <Notice severity="error">{error.message}</Notice>}
      <div className="flex min-h-10 flex-col text-center text-small text-text-muted tabular-nums">
        <p id="export-estimate">{blocking?.message ?? words}</p>
        {estimate && !blocking && <p>{needsWords(estimate)}</p>}
      </div>
      <Button
        tone="primary"
        size="large"
        aria-disabled={blocking !== undefined || starting}
        aria-describedby="export-estimate"
        onClick={() => blocking === undefined && start()}
      >
        {starting ? 'Starting' : 'Export video'}
      </Button>
    </div>
  );
}

function useStartExport() {
  const { studio, history, autosave, view } = useEditor();
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<StudioError | null>(null);
  async function start() {
    if (starting) return;
    setStarting(true);
    setError(null);
    try {
      await autosave.flush();
      const job = await studio.exports.start(history.current.getState().project);
      view.setState({ shownExport: job.id });
      announce('Export started');
    } catch (thrown) {
      setError(toStudioError(thrown));
    } finally {
      setStarting(false);
    }
  }
  return { starting, error, start: () => void start() };
}
