import { Music, RefreshCw, X } from 'lucide-react';
import { Button } from '../parts/button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Waveform } from '../parts/waveform.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { useAsset, usePeaks } from '../state/media.ts';
import { formatTrackLength } from '../view/format.ts';
import { t } from '../words/words.ts';
import { usePickFiles } from './file-picking.tsx';

/** The song under the video: its shape, name and length, or a way to add one. */
export function MusicRow() {
  const music = useProject((project) => project.music);
  const pickFiles = usePickFiles();
  if (music) return <Track assetId={music.assetId} />;
  return (
    <Button onClick={() => pickFiles('music')} className="w-full">
      <Music aria-hidden className="size-4" />
      {t`Add music`}
    </Button>
  );
}

function Track({ assetId }: { assetId: string }) {
  const { history } = useEditor();
  const pickFiles = usePickFiles();
  const asset = useAsset(assetId);
  const peaks = usePeaks(assetId);
  const length = asset?.facts.kind === 'audio' ? formatTrackLength(asset.facts.durationSeconds) : '';
  const remove = () => {
    history.edit((project) => ({ ...project, music: null }));
    announce(t`Music removed`);
  };
  return (
    <div className="rounded-control border border-line bg-surface-2 p-2 ps-3">
      <div className="flex items-center">
        <p className="min-w-0 flex-1 truncate" title={asset?.name}>
          {asset?.name ?? t`Track`}
        </p>
        <IconButton label={t`Replace music`} onClick={() => pickFiles('music')} className="lg:size-8">
          <RefreshCw aria-hidden className="size-4" />
        </IconButton>
        <IconButton label={t`Remove music`} onClick={remove} className="lg:size-8">
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="flex items-center gap-2 pe-1">
        {peaks ? (
          <Waveform peaks={peaks} bars={64} className="h-8 min-w-0 flex-1 text-text-muted" />
        ) : (
          <div className="skeleton h-8 flex-1 rounded-thumb" />
        )}
        <span className="text-small text-text-muted tabular-nums">{length}</span>
      </div>
    </div>
  );
}
