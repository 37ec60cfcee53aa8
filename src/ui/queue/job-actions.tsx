import { Download, Play, RotateCw, Trash2, X } from 'lucide-react';
import { isFinished, type RenderJob } from '#core/job/job.ts';
import { download } from '../export/download.ts';
import { Button } from '../parts/button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useEditor } from '../state/editor.tsx';
import { fileNameOf } from '../view/format.ts';

interface JobActionsProps {
  readonly job: RenderJob;
  readonly attempt: (action: () => Promise<unknown>) => void;
  readonly onOpen: () => void;
}

/** What can be done with a job as it stands: the likeliest with its word, the others with their sign. */
export function JobActions({ job, attempt, onOpen }: JobActionsProps) {
  const { exports } = useEditor().studio;
  const { id } = job;
  const { name } = job.project;
  if (!isFinished(job)) {
    return (
      <IconButton label={`Cancel the export of ${name}`} onClick={() => attempt(() => exports.cancel(id))}>
        <X aria-hidden className="size-4.5" />
      </IconButton>
    );
  }
  const save = async () => download((await exports.output(id)).video, `${fileNameOf(name)}.mp4`);
  return (
    <div className="flex items-center gap-1">
      {job.status === 'completed' ? (
        <>
          <Button size="small" aria-label={`Open ${name}`} onClick={onOpen}>
            <Play aria-hidden className="size-4" />
            Open
          </Button>
          <IconButton label={`Download ${name}`} onClick={() => attempt(save)}>
            <Download aria-hidden className="size-4.5" />
          </IconButton>
        </>
      ) : (
        <Button size="small" aria-label={`Export again: ${name}`} onClick={() => attempt(() => exports.retry(id))}>
          <RotateCw aria-hidden className="size-4" />
          Export again
        </Button>
      )}
      <IconButton label={`Remove ${name}`} onClick={() => attempt(() => exports.remove(id))}>
        <Trash2 aria-hidden className="size-4.5" />
      </IconButton>
    </div>
  );
}
