import type { ReactNode } from 'react';
import { withoutEnding } from '#core/text/file-name.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useObjectUrl } from '../parts/object-url.ts';
import { SaveActions } from '../save/save-actions.tsx';
import { formatBytes } from '../view/format.ts';
import { t } from '../words/words.ts';

interface ToolDoneProps {
  /** What was made, such as `Captioned video`. */
  readonly label: string;
  readonly made: ShownResult;
  /** Words of the way back, such as `Caption another`. */
  readonly again: string;
  readonly onAgain: () => Promise<void>;
  /** Further files that may be saved. */
  readonly children?: ReactNode;
}

interface ShownResult {
  readonly video: File;
  /** Null where it holds no pictures. */
  readonly frames: number | null;
}

type Preview = 'video' | 'image' | 'audio';

/** What a browser shows by itself. */
const PREVIEWS: Readonly<Record<string, Preview>> = {
  'video/mp4': 'video',
  'video/webm': 'video',
  'image/gif': 'image',
  'image/webp': 'image',
  'audio/mpeg': 'audio',
  'audio/wav': 'audio',
};

const SAVE_WORDS: Readonly<Record<Preview, string>> = {
  video: t`Save video`,
  image: t`Save picture`,
  audio: t`Save sound`,
};

/** What was made, to look at, to save and to share. */
export function ToolDone({ label, made: { video, frames }, again, onAgain, children }: ToolDoneProps) {
  const { failure, attempt } = useAttempt();
  const preview = PREVIEWS[video.type] ?? null;
  const url = useObjectUrl(preview ? video : null);
  return (
    <section aria-label={label} className="flex flex-col gap-5 rounded-card border border-line p-5">
      {url && preview && <ResultPreview kind={preview} url={url} name={video.name} />}
      <div>
        <p className="truncate font-medium" title={video.name}>
          {video.name}
        </p>
        <p className="text-small text-text-muted">
          {frames !== null && `${frames} ${frames === 1 ? 'frame' : 'frames'}, `}
          {t`${formatBytes(video.size)}. Save it now: it is gone once this page is closed.`}
        </p>
      </div>
      {failure !== null && (
        <div role="alert">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
      <SaveActions file={video} label={SAVE_WORDS[preview ?? 'video']} words={{ title: withoutEnding(video.name) }}>
        {children}
        <Button onClick={() => attempt(onAgain)}>{again}</Button>
      </SaveActions>
    </section>
  );
}

function ResultPreview({ kind, url, name }: { kind: Preview; url: string; name: string }) {
  switch (kind) {
    case 'video':
      // biome-ignore lint/a11y/useMediaCaption: what it has of captions is in its picture.
      return <video src={url} controls playsInline className="max-h-[50dvh] w-full rounded-thumb bg-ink" />;
    case 'image':
      return <img src={url} alt={name} className="mx-auto max-h-[50dvh] max-w-full rounded-thumb bg-ink" />;
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: it is what somebody has just chosen to listen to.
      return <audio src={url} controls className="w-full" />;
  }
}
