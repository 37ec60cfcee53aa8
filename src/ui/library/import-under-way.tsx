import type { ImportQueueProgress } from '#app/studio/assets.ts';
import { Button } from '../parts/button.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { formatWait } from '../view/format.ts';
import { t } from '../words/words.ts';

/** How far the files are that this page brings in, and a way to stop. */
export function ImportUnderWay({ progress, onCancel }: { progress: ImportQueueProgress; onCancel: () => void }) {
  const { file, fileIndex, fileCount, fraction, etaSeconds, waiting } = progress;
  return (
    <div className="flex flex-col gap-2 rounded-control border border-line bg-surface-2 py-2 pe-2 ps-3 text-small">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 truncate tabular-nums" title={file}>
          {t`Adding ${fileIndex + 1} of ${fileCount}: ${file}`}
          {waiting ? t`, waiting for the connection` : etaSeconds != null && t`, about ${formatWait(etaSeconds)} left`}
        </p>
        <Button size="small" tone="bare" onClick={onCancel}>
          {t`Cancel`}
        </Button>
      </div>
      <ProgressBar label={t`Import`} percent={fraction * 100} />
    </div>
  );
}
