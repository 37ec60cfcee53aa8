import type { ImportQueueProgress } from '#app/studio/assets.ts';
import { Button } from '../parts/button.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { formatWait } from '../view/format.ts';

/** How far the files are that this page brings in, and a way to stop. */
export function ImportUnderWay({ progress, onCancel }: { progress: ImportQueueProgress; onCancel: () => void }) {
  const { file, fileIndex, fileCount, fraction, etaSeconds, waiting } = progress;
  return (
    <div className="flex flex-col gap-2 rounded-control border border-line bg-surface-2 py-2 pr-2 pl-3 text-small">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 truncate tabular-nums" title={file}>
          Adding {fileIndex + 1} of {fileCount}: {file}
          {waiting ? ', waiting for the connection' : etaSeconds != null && `, about ${formatWait(etaSeconds)} left`}
        </p>
        <Button size="small" tone="bare" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <ProgressBar label="Import" percent={fraction * 100} />
    </div>
  );
}
