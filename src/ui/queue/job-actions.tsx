import { ArrowDown, ArrowUp, Download, Pause, Play, RotateCw, Share2, Trash2, X } from 'lucide-react';
import { isFinished, type RenderJob } from '#core/job/job.ts';
import { postSubject, suggestPost } from '#core/platform/post-text.ts';
import { Button } from '../parts/button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { download } from '../save/download.ts';
import { canShareVideos, type ShareWords, shareFile } from '../save/share.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { moveInLine } from './queue-order.ts';

interface JobActionsProps {
  readonly job: RenderJob;
  readonly attempt: (action: () => Promise<unknown>) => void;
}

/** What can be done with a job as it stands. */
export function JobActions(props: JobActionsProps & { waiting: readonly RenderJob[]; onOpen: () => void }) {
  const { job, attempt, waiting, onOpen } = props;
  return (
    <div className="col-start-2 flex items-center gap-1 self-start max-lg:-ms-3 lg:col-start-3">
      {job.status === 'pending' && <LineActions job={job} attempt={attempt} waiting={waiting} />}
      {!isFinished(job) && <RunActions job={job} attempt={attempt} />}
      {job.status === 'completed' && <VideoActions job={job} attempt={attempt} onOpen={onOpen} />}
      {(job.status === 'failed' || job.status === 'cancelled') && <AgainAction job={job} attempt={attempt} />}
      {isFinished(job) && <RemoveAction job={job} attempt={attempt} />}
    </div>
  );
}

function LineActions({ job, attempt, waiting }: JobActionsProps & { waiting: readonly RenderJob[] }) {
  const { exports } = useEditor().studio;
  const place = waiting.findIndex(({ id }) => id === job.id);
  const move = (direction: 'up' | 'down') =>
    attempt(async () => {
      for (const { id, priority } of moveInLine(waiting, job.id, direction)) await exports.setPriority(id, priority);
    });
  const isFirst = place === 0;
  const isLast = place === waiting.length - 1;
  return (
    <>
      <IconButton label={t`Move ${job.project.name} up`} aria-disabled={isFirst} onClick={() => !isFirst && move('up')}>
        <ArrowUp aria-hidden className="size-4.5" />
      </IconButton>
      <IconButton
        label={t`Move ${job.project.name} down`}
        aria-disabled={isLast}
        onClick={() => !isLast && move('down')}
      >
        <ArrowDown aria-hidden className="size-4.5" />
      </IconButton>
    </>
  );
}

function RunActions({ job, attempt }: JobActionsProps) {
  const { exports } = useEditor().studio;
  const { name } = job.project;
  return (
    <>
      {job.paused ? (
        <IconButton label={t`Resume ${name}`} onClick={() => attempt(() => exports.resume(job.id))}>
          <Play aria-hidden className="size-4.5" />
        </IconButton>
      ) : (
        <IconButton label={t`Pause ${name}`} onClick={() => attempt(() => exports.pause(job.id))}>
          <Pause aria-hidden className="size-4.5" />
        </IconButton>
      )}
      <IconButton label={t`Cancel ${name}`} onClick={() => attempt(() => exports.cancel(job.id))}>
        <X aria-hidden className="size-4.5" />
      </IconButton>
    </>
  );
}

function VideoActions({ job, attempt, onOpen }: JobActionsProps & { onOpen: () => void }) {
  const { exports } = useEditor().studio;
  const { name } = job.project;
  const video = async () => (await exports.output(job.id)).video;
  return (
    <>
      <Button size="small" aria-label={t`Open ${name}`} onClick={onOpen} className="max-lg:ms-3">
        <Play aria-hidden className="size-4" />
        {t`Open`}
      </Button>
      {canShareVideos() && (
        <IconButton
          label={t`Share ${name}`}
          onClick={() => attempt(async () => shareFile(await video(), shareWords(job)))}
        >
          <Share2 aria-hidden className="size-4.5" />
        </IconButton>
      )}
      <IconButton label={t`Download ${name}`} onClick={() => attempt(async () => download(await video()))}>
        <Download aria-hidden className="size-4.5" />
      </IconButton>
    </>
  );
}

/** With what is suggested to be posted: whoever wants another text opens the video. */
function shareWords({ project, platforms }: RenderJob): ShareWords {
  return { title: project.name, text: suggestPost(postSubject(project), platforms[0] ?? null) };
}

function AgainAction({ job, attempt }: JobActionsProps) {
  const { exports } = useEditor().studio;
  const words = job.status === 'failed' ? t`Try again` : t`Export again`;
  return (
    <Button
      size="small"
      aria-label={`${words}: ${job.project.name}`}
      onClick={() => attempt(() => exports.retry(job.id))}
      className="max-lg:ms-3"
    >
      <RotateCw aria-hidden className="size-4" />
      {words}
    </Button>
  );
}

function RemoveAction({ job, attempt }: JobActionsProps) {
  const { exports } = useEditor().studio;
  return (
    <IconButton label={t`Remove ${job.project.name}`} onClick={() => attempt(() => exports.remove(job.id))}>
      <Trash2 aria-hidden className="size-4.5" />
    </IconButton>
  );
}
