import { useEffect, useMemo, useRef } from 'react';
import {
  type BatchProgress,
  type BatchRun,
  type BatchVideo,
  type BatchVideoState,
  batchProgress,
  countStates,
} from '#core/batch/batch-run.ts';
import type { RenderJob } from '#core/job/job.ts';
import { DoneNoticeButton } from '../../activity/done-notice-button.tsx';
import { ErrorInWords } from '../../export/error-in-words.tsx';
import { stepWords } from '../../export/words.ts';
import { useAttempt } from '../../parts/attempt.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { announce } from '../../state/announcements.ts';
import { useEditor } from '../../state/editor.tsx';
import { useJobs, useQueueStatus } from '../../state/exports.ts';
import { formatWait } from '../../view/format.ts';
import { t, translate } from '../../words/words.ts';
import type { BatchTool } from './batch-tool.ts';
import { SaveVideos } from './save-videos.tsx';

interface BatchRunViewProps {
  readonly tool: BatchTool;
  readonly run: BatchRun;
  /** They are still being queued, by this page. */
  readonly starting: boolean;
}

/** All videos of a batch: how far they are, what became of them, and the way to keep them. */
export function BatchRunView({ tool, run, starting }: BatchRunViewProps) {
  const { studio } = useEditor();
  const { failure, attempt } = useAttempt();
  const list = useJobs();
  const queue = useQueueStatus();
  const jobs = useMemo(() => new Map(list?.map((job) => [job.id, job])), [list]);
  const progress = batchProgress(run, jobs, queue?.limit ?? 1);
  useEndAnnouncement(run, progress);
  if (!list) return <div className="skeleton h-60 rounded-card" />;
  const done = countStates(progress.states, 'completed');
  const again = countStates(progress.states, 'failed', 'cancelled') + run.videos.filter(couldNotBeQueued).length;
  const leave = (clear: boolean) =>
    attempt(async () => {
      await tool.saving.reset();
      if (clear) tool.clear();
      await studio.batches.close();
    });
  return (
    <div className="flex w-full max-w-200 flex-col gap-6">
      <section aria-label={t`Progress`} className="flex flex-col gap-4 rounded-card border border-line p-5">
        {progress.ended ? (
          <p className="text-title font-semibold">{endWords(progress.states)}</p>
        ) : (
          <UnderWay progress={progress} done={done} isPaused={queue?.paused ?? false} />
        )}
        {failure !== null && (
          <div role="alert">
            <Notice severity="error">{failure}</Notice>
          </div>
        )}
        {done > 0 && <SaveVideos saving={tool.saving} count={done} isAll={progress.ended} />}
        {!progress.ended && <DoneNoticeButton />}
        <div className="flex flex-wrap gap-2 *:flex-1">
          {!progress.ended && <Button onClick={() => attempt(() => studio.batches.cancel())}>{t`Cancel all`}</Button>}
          {again > 0 && !starting && (
            <Button onClick={() => attempt(() => studio.batches.retry())}>
              {again === 1 ? t`Try 1 again` : t`Try ${again} again`}
            </Button>
          )}
          {progress.ended && <Button onClick={() => leave(false)}>{t`Back to the table`}</Button>}
          {progress.ended && <Button onClick={() => leave(true)}>{t`New batch`}</Button>}
        </div>
        <p className="text-small text-text-muted">
          {progress.ended
            ? t`The videos stay in the queue until you delete them there.`
            : t`You can use the other pages meanwhile. If this tab is closed, the batch goes on when the studio is opened again.`}
        </p>
      </section>
      <ul aria-label={t`Videos`} className="flex flex-col gap-2">
        {run.videos.map((video, index) => (
          <VideoRow
            key={video.row}
            video={video}
            state={progress.states[index] ?? 'removed'}
            job={video.jobId === null ? undefined : jobs.get(video.jobId)}
          />
        ))}
      </ul>
    </div>
  );
}

function UnderWay({
  progress: { percent, etaSeconds, states },
  done,
  isPaused,
}: {
  readonly progress: BatchProgress;
  readonly done: number;
  readonly isPaused: boolean;
}) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-display font-semibold tabular-nums">
        {Math.floor(percent)}
        <span className="text-title text-text-muted"> %</span>
      </p>
      <ProgressBar label={t`Batch`} percent={percent} resting={isPaused} />
      <div className="flex justify-between gap-4 text-small">
        <span className="tabular-nums">
          {isPaused && `${t`The queue is paused.`} `}
          {t`${done} of ${states.length} ready`}
        </span>
        <span className="text-text-muted tabular-nums">
          {etaSeconds === null || isPaused ? '' : t`About ${formatWait(etaSeconds)} left`}
        </span>
      </div>
    </div>
  );
}

function VideoRow({
  video,
  state,
  job,
}: {
  readonly video: BatchVideo;
  readonly state: BatchVideoState;
  readonly job: RenderJob | undefined;
}) {
  const isUnderWay = state === 'processing' || (state === 'pending' && (job?.progress ?? 0) > 0);
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-surface-2 p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 font-medium break-words">{video.fileName}</span>
        <span className={`text-small tabular-nums ${STATE_COLOURS[state] ?? 'text-text-muted'}`}>
          {stateWords(state, job)}
        </span>
      </div>
      {isUnderWay && job && (
        <ProgressBar label={t`Export of ${video.fileName}`} percent={job.progress} resting={state === 'pending'} />
      )}
      {state === 'refused' && (
        <p className="text-small break-words">{t`Row ${video.row}: ${translate(video.error?.message ?? '')}`}</p>
      )}
      {state === 'failed' && (
        <div className="text-small">
          <ErrorInWords error={job?.lastError ?? null} />
        </div>
      )}
    </li>
  );
}

const STATE_COLOURS: Partial<Record<BatchVideoState, string>> = {
  completed: 'text-success',
  refused: 'text-danger',
  failed: 'text-danger',
};

function stateWords(state: BatchVideoState, job: RenderJob | undefined): string {
  if (state === 'queueing') return t`Is being queued`;
  if (state === 'refused') return t`Not made`;
  if (state === 'removed' || !job) return t`Deleted from the queue`;
  return state === 'processing' ? `${stepWords(job)}, ${Math.floor(job.progress)} %` : stepWords(job);
}

/** `2 of 3 videos are ready`. */
function endWords(states: readonly BatchVideoState[]): string {
  const done = countStates(states, 'completed');
  if (done === states.length) return done === 1 ? t`The video is ready` : t`All ${done} videos are ready`;
  return done === 1 ? t`1 of ${states.length} videos is ready` : t`${done} of ${states.length} videos are ready`;
}

function couldNotBeQueued({ document, error }: BatchVideo): boolean {
  return document !== null && error !== null;
}

/** Tells screen readers once a batch that was seen under way has ended. */
function useEndAnnouncement({ id }: BatchRun, { ended, states }: BatchProgress): void {
  const running = useRef<string | null>(null);
  useEffect(() => {
    if (!ended) running.current = id;
    else if (running.current === id) {
      running.current = null;
      announce(endWords(states));
    }
  }, [id, ended, states]);
}
