import { lazy, Suspense } from 'react';
import type { AssetId } from '#core/media/asset.ts';
import { usePeaks, usePlayable } from '../state/media.ts';

/** Comes with its library when the first track is looked at. */
const Wave = lazy(async () => ({ default: (await import('./wave.tsx')).Wave }));

interface TrackPlayerProps {
  readonly assetId: AssetId;
  readonly name: string;
  readonly durationSeconds: number;
}

/** A track of the library, to be looked at, heard and gone through. */
export function TrackPlayer({ assetId, name, durationSeconds }: TrackPlayerProps) {
  const peaks = usePeaks(assetId);
  const url = usePlayable(assetId);
  const waiting = <div className="skeleton h-[90px] rounded-control" />;
  if (!peaks || !url) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Wave name={name} url={url} peaks={peaks} durationSeconds={durationSeconds} />
    </Suspense>
  );
}
