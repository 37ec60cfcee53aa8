import { Download } from 'lucide-react';
import type { CaptionedVideo } from '#app/studio.ts';
import { download } from '../../export/download.ts';
import { useAttempt } from '../../parts/attempt.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useObjectUrl } from '../../parts/object-url.ts';
import { formatBytes } from '../../view/format.ts';
import type { CaptionTool } from './caption-tool.ts';

interface CaptionDoneProps {
  readonly tool: CaptionTool;
  readonly made: CaptionedVideo;
  /** Captions alone. */
  readonly files: readonly File[];
}

/** What was made, to look at and to save. */
export function CaptionDone({ tool, made: { video, frames }, files }: CaptionDoneProps) {
  const { failure, attempt } = useAttempt();
  const url = useObjectUrl(video.type === 'video/mp4' ? video : null);
  return (
    <section aria-label="Captioned video" className="flex flex-col gap-5 rounded-card border border-line p-5">
      {/* biome-ignore lint/a11y/useMediaCaption: its captions are in the picture. */}
      {url && <video src={url} controls playsInline className="max-h-[50dvh] w-full rounded-thumb bg-ink" />}
      <div>
        <p className="truncate font-medium" title={video.name}>
          {video.name}
        </p>
        <p className="text-small text-text-muted">
          {frames} frames, {formatBytes(video.size)}. Save it now: it is gone once this page is closed.
        </p>
      </div>
      {failure !== null && (
        <div role="alert">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
      <Button tone="primary" size="large" onClick={() => download(video, video.name)}>
        <Download aria-hidden className="size-5" />
        Save video
      </Button>
      <div className="flex flex-wrap gap-2 *:flex-1">
        {files.map((file) => (
          <Button key={file.name} onClick={() => download(file, file.name)}>
            Save {file.name.split('.').at(-1)?.toUpperCase()}
          </Button>
        ))}
        <Button onClick={() => attempt(() => tool.startOver())}>Caption another</Button>
      </div>
    </section>
  );
}
