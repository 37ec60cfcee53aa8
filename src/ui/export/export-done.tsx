import { Download, ImageDown, Share2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Studio } from '#app/studio.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { RenderJob } from '#core/job/job.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useObjectUrl } from '../parts/object-url.ts';
import { useEditor } from '../state/editor.tsx';
import { fileNameOf } from '../view/format.ts';
import { download } from './download.ts';
import { canShareVideos, shareVideo } from './share.ts';
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
  const title = fileNameOf(job.project.name);
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
        <Button
          tone="primary"
          size="large"
          className="px-2"
          aria-disabled={!output}
          onClick={() => output && download(output.video, `${title}.mp4`)}
        >
          <Download aria-hidden className="size-5 max-lg:hidden" />
          Download video
        </Button>
        <div className="flex gap-2 max-lg:flex-col">
          <Button
            className="flex-1 px-2 max-lg:flex-none"
            aria-label="Download thumbnail"
            aria-disabled={!output}
            onClick={() => output && download(output.thumbnail, `${title}.jpg`)}
          >
            <ImageDown aria-hidden className="size-4" />
            <span className="max-lg:hidden">Download thumbnail</span>
            <span className="lg:hidden">Thumbnail</span>
          </Button>
          {output && <ShareButton video={output.video} title={title} />}
        </div>
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

/** Only where the browser can hand files to other apps. */
function ShareButton({ video, title }: { video: File; title: string }) {
  const { failure, attempt } = useAttempt();
  if (!canShareVideos()) return null;
  return (
    <>
      <Button onClick={() => attempt(() => shareVideo(video, title))}>
        <Share2 aria-hidden className="size-4" />
        Share
      </Button>
      {failure && <Notice severity="error">{failure}</Notice>}
    </>
  );
}
