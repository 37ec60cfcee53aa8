import { ImageDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Studio } from '#app/studio.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { RenderJob } from '#core/job/job.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useObjectUrl } from '../parts/object-url.ts';
import { download } from '../save/download.ts';
import { SaveActions } from '../save/save-actions.tsx';
import { useEditor } from '../state/editor.tsx';
import { outputFacts } from './words.ts';

type Output = Awaited<ReturnType<Studio['exports']['output']>>;

interface ExportDoneProps {
  readonly job: RenderJob;
  /** Back to what the video was made of. */
  readonly onNew?: () => void;
  /** What its button says. */
  readonly newWords?: string;
}

/** The finished video: it plays here, and goes where the person wants it. */
export function ExportDone({ job, onNew, newWords = 'Change and export again' }: ExportDoneProps) {
  const { output, error } = useOutput(job.id);
  const videoUrl = useObjectUrl(output?.video);
  const posterUrl = useObjectUrl(output?.thumbnail);
  if (error) return <Notice severity="error">{error.message}</Notice>;
  return (
    <div className="flex flex-col gap-4 max-lg:flex-row">
      <div
        className="mx-auto h-[46dvh] max-w-full overflow-hidden rounded-control bg-ink max-lg:h-auto max-lg:max-h-[34dvh] max-lg:w-[44%] max-lg:shrink-0 max-lg:self-start"
        style={{ aspectRatio: job.project.format.replace(':', '/') }}
      >
        {videoUrl ? (
          // biome-ignore lint/a11y/useMediaCaption: the text of the video is in its picture.
          <video
            src={videoUrl}
            poster={posterUrl}
            controls
            playsInline
            aria-label={`${job.project.name}, finished video`}
            className="size-full"
          />
        ) : (
          <div className="skeleton size-full" />
        )}
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        {job.output && (
          <p className="text-small text-text-muted tabular-nums lg:text-center">{outputFacts(job.output)}</p>
        )}
        <SaveActions file={output?.video} label="Download video" words={{ title: job.project.name }}>
          <Button
            className="px-2"
            aria-label="Download thumbnail"
            aria-disabled={!output}
            onClick={() => output && download(output.thumbnail)}
          >
            <ImageDown aria-hidden className="size-4" />
            Thumbnail
          </Button>
        </SaveActions>
        {onNew && (
          <Button tone="bare" className="px-2" onClick={onNew}>
            {newWords}
          </Button>
        )}
      </div>
    </div>
  );
}

function useOutput(jobId: string) {
  const { studio } = useEditor();
  const [output, setOutput] = useState<Output | null>(null);
  const [error, setError] = useState<StudioError | null>(null);
  useEffect(() => {
    let left = false;
    studio.exports.output(jobId).then(
      (found) => !left && setOutput(found),
      (thrown) => !left && setError(toStudioError(thrown)),
    );
    return () => {
      left = true;
    };
  }, [studio, jobId]);
  return { output, error };
}
