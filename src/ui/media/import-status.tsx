import { useStore } from 'zustand';
import type { ImportQueueProgress } from '#app/studio/assets.ts';
import type { ImportStep } from '#core/media/import-step.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { useEditor } from '../state/editor.tsx';
import { formatWait } from '../view/format.ts';
import { t, translate } from '../words/words.ts';

const STEP_WORDS: Record<ImportStep, string> = {
  loading: t`Loading`,
  checking: t`Reading`,
  reading: t`Reading`,
  converting: t`Converting`,
  storing: t`Storing`,
};

/** How far the import is, and a way to stop it. Shows nothing while nothing is read. */
export function ImportProgress() {
  const { imports } = useEditor();
  const first = useStore(imports.state, (state) => state.files[0]);
  const progress = useStore(imports.state, (state) => state.progress);
  if (first === undefined) return null;
  const file = progress?.file ?? first;
  const place = progress && progress.fileCount > 1 ? t`${progress.fileIndex + 1} of ${progress.fileCount}` : '';
  return (
    <div className="flex w-full animate-unfold flex-col gap-2 rounded-control border border-line bg-surface-2 py-2 pe-2 ps-3 text-start text-small">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate" title={file}>
            {file}
          </p>
          <p className="text-text-muted tabular-nums">
            {STEP_WORDS[progress?.step ?? 'checking']} {place}
            {progress?.waiting ? t`, waiting for the connection` : leftInWords(progress)}
          </p>
        </div>
        <Button size="small" tone="bare" onClick={imports.cancel}>
          {t`Cancel`}
        </Button>
      </div>
      <div className="pe-1">
        <ProgressBar label={t`Import`} percent={(progress?.fraction ?? 0) * 100} />
      </div>
    </div>
  );
}

/** The files that could not be used, each with the reason: they stay until they are dismissed. */
export function ImportFailures() {
  const { imports } = useEditor();
  const failures = useStore(imports.state, (state) => state.failures);
  if (failures.length === 0) return null;
  return (
    <ul aria-label={t`Files that could not be used`} className="flex flex-col gap-2 text-start">
      {failures.map(({ id, file, error }) => (
        <li key={id}>
          <Notice
            severity="error"
            dismissLabel={t`Dismiss the message about ${file}`}
            onDismiss={() => imports.dismiss(id)}
          >
            {translate(error.message)}
          </Notice>
        </li>
      ))}
    </ul>
  );
}

function leftInWords(progress: ImportQueueProgress | null): string {
  return progress?.etaSeconds == null ? '' : t`, about ${formatWait(progress.etaSeconds)} left`;
}
