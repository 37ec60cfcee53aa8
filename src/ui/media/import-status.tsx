import { useStore } from 'zustand';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { useEditor } from '../state/editor.tsx';

/** How far the import is, and the files that could not be used: they stay until they are dismissed. */
export function ImportStatus() {
  const { imports } = useEditor();
  const { files, progress, failures } = useStore(imports.state);
  if (files.length === 0 && failures.length === 0) return null;
  return (
    <section aria-label="Import" className="flex flex-col gap-2">
      {files.length > 0 && (
        <div className="flex animate-unfold items-center gap-3 rounded-control border border-line bg-surface-2 py-2 pr-2 pl-3">
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <p className="truncate text-small" title={progress?.file ?? files[0]}>
              Reading {progress?.file ?? files[0]}
              {progress && progress.fileCount > 1 && (
                <span className="text-text-muted">
                  {' '}
                  {progress.fileIndex + 1} of {progress.fileCount}
                </span>
              )}
            </p>
            <ProgressBar label="Import" percent={(progress?.fraction ?? 0) * 100} />
          </div>
          <Button size="small" tone="bare" onClick={imports.cancel}>
            Cancel
          </Button>
        </div>
      )}
      {failures.map(({ id, file, error }) => (
        <Notice
          key={id}
          severity="error"
          dismissLabel={`Dismiss the message about ${file}`}
          onDismiss={() => imports.dismiss(id)}
        >
          {error.message}
        </Notice>
      ))}
    </section>
  );
}
