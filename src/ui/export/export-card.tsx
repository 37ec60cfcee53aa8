import { Download, Film, RotateCw, Trash2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isFinished, type RenderJob } from '#core/job/job.ts';
import { useAttempt } from '../parts/attempt.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useObjectUrl } from '../parts/object-url.ts';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { useEditor } from '../state/editor.tsx';
import { useJob } from '../state/exports.ts';
import { fileNameOf, formatAge, formatBytes, formatSeconds } from '../view/format.ts';
import { download } from './download.ts';
import { stepWords, timeLeft } from './words.ts';

/** One export of the queue: how far it is or what became of it, and what can be done with it. */
export function ExportCard({ stored, onLeave }: { stored: RenderJob; onLeave: () => void }) {
  const { view } = useEditor();
  const watched = useJob(isFinished(stored) ? null : stored.id);
  const job = watched ?? stored;
  const { failure, attempt } = useAttempt();
  const show = () => {
    view.setState({ panel: 'export', shownExport: job.id });
    onLeave();
  };
  const detail = detailOf(job);
  return (
    <li className="flex gap-3 rounded-control p-2 hover:bg-surface-2">
      <Thumbnail job={job} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <button
          type="button"
          onClick={show}
          title={job.project.name}
          className="min-w-0 truncate rounded-thumb text-left font-medium hover:text-gold-strong "
        >
          {job.project.name}
        </button>
        <p className={job.status === 'failed' ? 'text-small text-danger' : 'text-small text-text-muted tabular-nums'}>
          {detail}
        </p>
        {!isFinished(job) && <ProgressBar label={`Export of ${job.project.name}`} percent={job.progress} />}
        {failure && (
          <p role="alert" className="text-small text-danger">
            {failure}
          </p>
        )}
      </div>
      <Actions job={job} attempt={attempt} />
    </li>
  );
}

function detailOf(job: RenderJob): string {
  if (job.status === 'completed' && job.output) {
    const { durationSeconds, bytes } = job.output;
    return `${formatSeconds(durationSeconds)}, ${formatBytes(bytes)} · ${formatAge(job.finishedAt ?? job.createdAt, Date.now())}`;
  }
  if (job.status === 'failed') return job.lastError?.message ?? 'The export stopped.';
  const left = timeLeft(job);
  return left ? `${stepWords(job)}. ${left}` : stepWords(job);
}

function Actions({ job, attempt }: { job: RenderJob; attempt: (action: () => Promise<unknown>) => void }) {
  const { studio } = useEditor();
  const name = job.project.name;
  if (!isFinished(job)) {
    return (
      <IconButton label={`Cancel the export of ${name}`} onClick={() => attempt(() => studio.exports.cancel(job.id))}>
        <X aria-hidden className="size-4" />
      </IconButton>
    );
  }
  const save = async () => download((await studio.exports.output(job.id)).video, `${fileNameOf(name)}.mp4`);
  return (
    <div className="flex shrink-0">
      {job.status === 'completed' ? (
        <IconButton label={`Download ${name}`} onClick={() => attempt(save)}>
          <Download aria-hidden className="size-4" />
        </IconButton>
      ) : (
        <IconButton label={`Export ${name} again`} onClick={() => attempt(() => studio.exports.retry(job.id))}>
          <RotateCw aria-hidden className="size-4" />
        </IconButton>
      )}
      <IconButton label={`Remove ${name}`} onClick={() => attempt(() => studio.exports.remove(job.id))}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}

function Thumbnail({ job }: { job: RenderJob }) {
  const { studio } = useEditor();
  const [picture, setPicture] = useState<Blob | null>(null);
  const completed = job.status === 'completed';
  useEffect(() => {
    if (!completed) return;
    let left = false;
    // Without its picture the card still says everything; opening it says what is missing.
    studio.exports.output(job.id).then(
      (output) => !left && setPicture(output.thumbnail),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [studio, job.id, completed]);
  const url = useObjectUrl(picture);
  return (
    <span className="flex h-14 w-10 shrink-0 items-center justify-center overflow-hidden rounded-thumb bg-surface-3">
      {url ? (
        <img src={url} alt="" className="size-full object-cover" />
      ) : (
        <Film aria-hidden className="size-4 text-text-muted" />
      )}
    </span>
  );
}
