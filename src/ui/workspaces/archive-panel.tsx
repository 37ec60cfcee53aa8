import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ExportedWorkspace } from '#app/studio/workspaces.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { SaveActions } from '../save/save-actions.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { formatBytes } from '../view/format.ts';
import { t, translate } from '../words/words.ts';

/** How far the export or import of a workspace is, and what came of it. */
export function ArchivePanel() {
  const { archives } = useEditor();
  const { subject, work } = useStore(archives.state);
  const { attempt } = useAttempt();
  const imported = work.kind === 'done' && work.made.kind === 'imported' ? work.made.workspace.name : null;
  useEffect(() => {
    if (imported !== null) announce(t`${imported} was imported`);
  }, [imported]);
  const dismiss = () => attempt(() => archives.dismiss());
  switch (work.kind) {
    case 'choosing':
      return null;
    case 'running': {
      const doing = work.step.name === 'exporting' ? t`Exporting ${subject}` : t`Importing ${subject}`;
      return (
        <section aria-label={doing} className="flex flex-col gap-3 rounded-card border border-line bg-surface-2 p-4">
          <div className="flex items-center gap-4">
            <p className="min-w-0 flex-1 truncate">{doing}</p>
            <span className="text-small text-text-muted tabular-nums">{Math.floor(work.step.fraction * 100)} %</span>
            <Button size="small" onClick={() => archives.cancel()}>
              {t`Cancel`}
            </Button>
          </div>
          <ProgressBar label={doing} percent={work.step.fraction * 100} />
        </section>
      );
    }
    case 'failed':
      return (
        <div role="alert">
          <Notice severity="error" onDismiss={dismiss}>
            {translate(work.error.message)}
          </Notice>
        </div>
      );
    case 'done':
      return work.made.kind === 'exported' ? (
        <Exported subject={subject} exported={work.made.exported} onDismiss={dismiss} />
      ) : (
        <Notice severity="info" onDismiss={dismiss}>
          {t`“${work.made.workspace.name}” was imported as a workspace of its own. Open it below.`}
        </Notice>
      );
  }
}

interface ExportedProps {
  readonly subject: string;
  readonly exported: ExportedWorkspace;
  readonly onDismiss: () => void;
}

function Exported({ subject, exported: { file, leftOut }, onDismiss }: ExportedProps) {
  useEffect(() => announce(t`${subject} is ready to be saved`), [subject]);
  return (
    <section
      aria-label={t`Export of ${subject}`}
      className="flex flex-col gap-3 rounded-card border border-line bg-surface-2 p-4"
    >
      <div>
        <p className="truncate font-medium" title={file.name}>
          {file.name}
        </p>
        <p className="text-small text-text-muted">
          {t`${formatBytes(file.size)}. Save it now: it is gone once this page is closed.`}
        </p>
      </div>
      <SaveActions file={file} label={t`Save`} words={{ title: subject }}>
        <Button onClick={onDismiss}>{t`Done`}</Button>
      </SaveActions>
      {leftOut.length > 0 && (
        <Notice severity="warning">
          <p>{t`Not everything could be exported:`}</p>
          <ul className="list-disc ps-4">
            {leftOut.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
