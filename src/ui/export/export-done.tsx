import { ImageDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ExportedFiles } from '#app/studio/exports.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { RenderJob } from '#core/job/job.ts';
import { PLATFORM_PRESETS, type Platform } from '#core/platform/platforms.ts';
import { postSubject, suggestPost } from '#core/platform/post-text.ts';
import { InstallOffer } from '../install/install-offer.tsx';
import { Button } from '../parts/button.tsx';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { Notice } from '../parts/notice.tsx';
import { useObjectUrl } from '../parts/object-url.ts';
import { download } from '../save/download.ts';
import { SaveActions } from '../save/save-actions.tsx';
import { useEditor } from '../state/editor.tsx';
import { formatBytes } from '../view/format.ts';
import { t, translate } from '../words/words.ts';
import { CoverPicker } from './cover-picker.tsx';
import { PostText } from './post-text.tsx';
import { outputFacts } from './words.ts';

interface ExportDoneProps {
  readonly job: RenderJob;
  /** Back to what the video was made of. */
  readonly onNew?: () => void;
  /** What its button says. */
  readonly newWords?: string;
}

/** The finished video: it plays here, and goes where the person wants it. */
export function ExportDone({ job, onNew, newWords = t`Change and export again` }: ExportDoneProps) {
  const [platform, setPlatform] = useState<Platform | null>(job.platforms[0] ?? null);
  const [text, setText] = usePostText(job, platform);
  const { output, error } = useOutput(job, platform);
  const player = useRef<HTMLVideoElement>(null);
  const videoUrl = useObjectUrl(output?.video);
  const posterUrl = useObjectUrl(output?.thumbnail);
  if (error) return <Notice severity="error">{translate(error.message)}</Notice>;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-4 max-lg:flex-row">
        <div
          className="mx-auto h-[46dvh] max-w-full overflow-hidden rounded-control bg-ink max-lg:h-auto max-lg:max-h-[34dvh] max-lg:w-[44%] max-lg:shrink-0 max-lg:self-start"
          style={{ aspectRatio: job.project.format.replace(':', '/') }}
        >
          {videoUrl ? (
            // biome-ignore lint/a11y/useMediaCaption: the text of the video is in its picture.
            <video
              ref={player}
              src={videoUrl}
              poster={posterUrl}
              controls
              playsInline
              aria-label={t`${job.project.name}, finished video`}
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
          {platform !== null && job.platforms.length > 1 && (
            <PlatformChoice platforms={job.platforms} chosen={platform} onChange={setPlatform} />
          )}
          {platform !== null && <SizeNotice job={job} platform={platform} />}
          <SaveActions file={output?.video} label={t`Download video`} words={{ title: job.project.name, text }}>
            <Button
              className="px-2"
              aria-label={t`Download thumbnail`}
              aria-disabled={!output}
              onClick={() => output && download(output.thumbnail)}
            >
              <ImageDown aria-hidden className="size-4" />
              {t`Thumbnail`}
            </Button>
          </SaveActions>
          {onNew && (
            <Button tone="bare" className="px-2" onClick={onNew}>
              {newWords}
            </Button>
          )}
        </div>
      </div>
      {job.output && <CoverPicker job={job} frames={job.output.frames} player={player} coverUrl={posterUrl} />}
      <PostText text={text} onChange={setText} />
      <InstallOffer />
    </div>
  );
}

/** Which of its platforms the file is saved for: it is the same video with another name and another text. */
function PlatformChoice(props: {
  platforms: readonly Platform[];
  chosen: Platform;
  onChange: (platform: Platform) => void;
}) {
  const { platforms, chosen, onChange } = props;
  return (
    <ChoiceGroup
      label={t`Save for`}
      value={chosen}
      values={platforms}
      onChange={onChange}
      className={`${SEGMENT_ROW} flex-wrap`}
    >
      {platforms.map((name) => (
        <ChoiceSegment key={name} value={name}>
          <span className="whitespace-nowrap">{translate(PLATFORM_PRESETS[name].label)}</span>
        </ChoiceSegment>
      ))}
    </ChoiceGroup>
  );
}

/** Encoders may miss their bit rate by more than was allowed for. */
function SizeNotice({ job: { output }, platform }: { job: RenderJob; platform: Platform }) {
  const { label: name, mostBytes } = PLATFORM_PRESETS[platform];
  const label = translate(name);
  if (!output || output.bytes <= mostBytes) return null;
  return (
    <Notice severity="warning">
      {t`${label} takes at most ${formatBytes(mostBytes)}, and this video has ${formatBytes(output.bytes)}. Export it a little shorter.`}
    </Notice>
  );
}

/** What is suggested for a platform, until it is changed. */
function usePostText({ project }: RenderJob, platform: Platform | null) {
  const [changed, setChanged] = useState<ReadonlyMap<Platform | null, string>>(new Map());
  const text = changed.get(platform) ?? suggestPost(postSubject(project), platform);
  return [text, (next: string) => setChanged(new Map(changed).set(platform, next))] as const;
}

function useOutput({ id: jobId, output: file }: RenderJob, platform: Platform | null) {
  const { studio } = useEditor();
  const [output, setOutput] = useState<ExportedFiles | null>(null);
  const [error, setError] = useState<StudioError | null>(null);
  const bytes = file?.bytes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new cover makes new files, of another size.
  useEffect(() => {
    let left = false;
    studio.exports.output(jobId, platform ?? undefined).then(
      (found) => !left && setOutput(found),
      (thrown) => !left && setError(toStudioError(thrown)),
    );
    return () => {
      left = true;
    };
  }, [studio, jobId, platform, bytes]);
  return { output, error };
}
