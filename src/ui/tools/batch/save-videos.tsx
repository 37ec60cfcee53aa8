import { FolderDown, Package } from 'lucide-react';
import { useStore } from 'zustand';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { canChooseFolder } from '../../save/pickers.ts';
import { t } from '../../words/words.ts';
import type { BatchSaving } from './batch-saving.ts';

interface SaveVideosProps {
  readonly saving: BatchSaving;
  /** Videos that are ready. */
  readonly count: number;
  /** Nothing more is under way. */
  readonly isAll: boolean;
}

/** All finished videos at once: as one ZIP, or into a folder where the browser can. */
export function SaveVideos({ saving, count, isAll }: SaveVideosProps) {
  const state = useStore(saving.state);
  const videos = count === 1 ? t`1 video` : t`${count} videos`;
  if (state.kind === 'saving') {
    return (
      <div className="flex items-center gap-3 text-small">
        <span className="tabular-nums">
          {t`Saving,`} {Math.floor(100 * state.fraction)} %
        </span>
        <div className="flex-1">
          <ProgressBar label={t`Saving`} percent={100 * state.fraction} />
        </div>
        <Button size="small" onClick={() => saving.cancel()}>
          {t`Cancel saving`}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2 *:flex-1">
        <Button tone={isAll ? 'primary' : 'quiet'} size="large" onClick={() => void saving.saveArchive()}>
          <Package aria-hidden className="size-5" />
          {t`Save ${videos} as ZIP`}
        </Button>
        {canChooseFolder() && (
          <Button size="large" onClick={() => void saving.saveToFolder()}>
            <FolderDown aria-hidden className="size-5" />
            {t`Save to a folder`}
          </Button>
        )}
      </div>
      {state.kind === 'saved' && <Notice severity="info">{state.words}</Notice>}
      {state.kind === 'failed' && (
        <div role="alert">
          <Notice severity="error">{state.message}</Notice>
        </div>
      )}
    </div>
  );
}
