import type { RenderJob } from '#core/job/job.ts';
import { DoneNoticeButton } from '../activity/done-notice-button.tsx';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { stepWords, timeLeft } from './words.ts';

/** A render under way. Closing the sheet does not stop it. */
export function ExportRunning({ job }: { job: RenderJob }) {
  const { studio } = useEditor();
  const { failure, attempt } = useAttempt();
  const cancel = () =>
    attempt(async () => {
      await studio.exports.cancel(job.id);
      announce(t`Export cancelled`);
    });
  const pauseOrResume = () =>
    attempt(() => (job.paused ? studio.exports.resume(job.id) : studio.exports.pause(job.id)));
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-3">
        <p className="text-display font-semibold tabular-nums">
          {Math.floor(job.progress)}
          <span className="text-title text-text-muted"> %</span>
        </p>
        <ProgressBar label={t`Export`} percent={job.progress} />
        <div className="flex justify-between gap-4 text-small">
          <span>{stepWords(job)}</span>
          <span className="text-text-muted tabular-nums">{timeLeft(job)}</span>
        </div>
      </div>
      <p className="text-small text-text-muted">
        {t`You can go on editing: this export keeps the video as it was when you started it.`}
      </p>
      {failure && <Notice severity="error">{failure}</Notice>}
      <DoneNoticeButton />
      <div className="flex gap-2 *:flex-1">
        <Button onClick={pauseOrResume}>{job.paused ? t`Resume` : t`Pause`}</Button>
        <Button onClick={cancel}>{t`Cancel export`}</Button>
      </div>
    </div>
  );
}
