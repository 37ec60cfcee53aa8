import type { RenderJob } from '#core/job/job.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { ErrorInWords } from './error-in-words.tsx';

/** What went wrong, and the way on. */
export function ExportFailed({ job, onNew }: { job: RenderJob; onNew: () => void }) {
  const { studio } = useEditor();
  const { failure, attempt } = useAttempt();
  const cancelled = job.status === 'cancelled';
  return (
    <div className="flex flex-col gap-4">
      {cancelled ? (
        <p className="text-text-muted">{t`Nothing was saved. Your project is as you left it.`}</p>
      ) : (
        <div role="alert">
          <Notice severity="error">
            <ErrorInWords error={job.lastError} />
          </Notice>
        </div>
      )}
      {failure && <Notice severity="error">{failure}</Notice>}
      <Button tone="primary" size="large" onClick={() => attempt(() => studio.exports.retry(job.id))}>
        {cancelled ? t`Export again` : t`Try again`}
      </Button>
      <Button tone="bare" onClick={onNew}>
        {t`Change settings`}
      </Button>
    </div>
  );
}
