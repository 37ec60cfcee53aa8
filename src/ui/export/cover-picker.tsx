import { type RefObject, useState } from 'react';
import type { RenderJob } from '#core/job/job.ts';
import { frameToSeconds } from '#core/units.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Fold } from '../parts/fold.tsx';
import { Notice } from '../parts/notice.tsx';
import { SliderField } from '../parts/slider-field.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { formatSeconds } from '../view/format.ts';
import { t } from '../words/words.ts';

interface CoverPickerProps {
  readonly job: RenderJob;
  readonly frames: number;
  /** Shows the frame while it is looked for. */
  readonly player: RefObject<HTMLVideoElement | null>;
  /** Of the cover as it is. */
  readonly coverUrl: string | undefined;
}

/** Which frame stands for the video where it does not play: as its thumbnail, and as the cover art of its file. */
export function CoverPicker({ job, frames, player, coverUrl }: CoverPickerProps) {
  const { exports } = useEditor().studio;
  const { failure, attempt } = useAttempt();
  const [frame, setFrame] = useState(0);
  const [busy, setBusy] = useState(false);
  // In the middle of the frame, so that rounding leads to no other.
  const seconds = frameToSeconds(frame + 0.5, job.settings.frameRate);
  const look = (next: number) => {
    setFrame(next);
    if (!player.current) return;
    player.current.pause();
    player.current.currentTime = frameToSeconds(next + 0.5, job.settings.frameRate);
  };
  const use = () =>
    attempt(async () => {
      setBusy(true);
      try {
        await exports.setCover(job.id, seconds);
        announce(t`Cover changed`);
      } finally {
        setBusy(false);
      }
    });
  return (
    <Fold title={t`Cover`}>
      <div className="flex items-start gap-4">
        {coverUrl && <img src={coverUrl} alt={t`Cover of the video`} className="w-16 shrink-0 rounded-thumb bg-ink" />}
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <SliderField
            label={t`Moment`}
            value={frame}
            min={0}
            max={frames - 1}
            step={1}
            text={formatSeconds(frameToSeconds(frame, job.settings.frameRate))}
            onChange={look}
          />
          {failure !== null && (
            <div role="alert">
              <Notice severity="error">{failure}</Notice>
            </div>
          )}
          <Button aria-disabled={busy} onClick={() => !busy && use()}>
            {busy ? t`Changing the cover` : t`Use as cover`}
          </Button>
        </div>
      </div>
    </Fold>
  );
}
