import { useState } from 'react';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { Platform } from '#core/platform/platforms.ts';
import { FormatPicker, QualityPicker } from '../look/format-section.tsx';
import { LengthField } from '../look/length-field.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { useEstimate, useIssues, usePosting } from '../state/exports.ts';
import { t, translate } from '../words/words.ts';
import { NameTemplateField } from './name-template-field.tsx';
import { PlatformPicker } from './platform-picker.tsx';
import { estimateWords, needsWords } from './words.ts';

/** The last choices before an export, and what stands in its way. */
export function ExportSetup() {
  const { platforms } = usePosting();
  const issues = useIssues(platforms);
  return (
    <div className="flex flex-col gap-5">
      {issues?.map((issue) => (
        <Notice key={issue.message} severity={issue.severity}>
          {translate(issue.message)}
        </Notice>
      ))}
      <PlatformPicker />
      <QualityPicker />
      {platforms.length === 0 && <FormatPicker />}
      <LengthField />
      <NameTemplateField />
    </div>
  );
}

/** What the export will cost, and the button that starts it: blocked with the reason where it could not succeed. */
export function StartExport() {
  const { platforms } = usePosting();
  const blocking = useIssues(platforms)?.find((issue) => issue.severity === 'error');
  const estimate = useEstimate(platforms);
  const { start, starting, error } = useStartExport(platforms);
  const videos = estimate?.videos ?? 1;
  const words = estimate ? estimateWords(estimate) : '';
  return (
    <div className="flex flex-col gap-3">
      {error && <Notice severity="error">{translate(error.message)}</Notice>}
      <div className="flex min-h-10 flex-col text-center text-small text-text-muted tabular-nums">
        <p id="export-estimate">{blocking ? translate(blocking.message) : words}</p>
        {estimate && !blocking && <p>{needsWords(estimate)}</p>}
      </div>
      <Button
        tone="primary"
        size="large"
        aria-disabled={blocking !== undefined || starting}
        aria-describedby="export-estimate"
        onClick={() => blocking === undefined && start()}
      >
        {starting ? t`Starting` : videos === 1 ? t`Export video` : t`Export ${videos} videos`}
      </Button>
    </div>
  );
}

function useStartExport(platforms: readonly Platform[]) {
  const { studio, history, autosave, view } = useEditor();
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<StudioError | null>(null);
  async function start() {
    if (starting) return;
    setStarting(true);
    setError(null);
    try {
      await autosave.flush();
      const [first, ...more] = await studio.exports.start(history.current.getState().project, platforms);
      view.setState({ shownExport: first.id });
      announce(more.length === 0 ? t`Export started` : t`${1 + more.length} exports started`);
    } catch (thrown) {
      setError(toStudioError(thrown));
    } finally {
      setStarting(false);
    }
  }
  return { starting, error, start: () => void start() };
}
