import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { BeatAnalysisProgress } from '#app/studio/analyses.ts';
import type { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { useEditor } from './editor.tsx';

export interface BeatListening {
  /** 0 to 1. */
  readonly fraction: number;
  /** Why there is none: it failed, or the person stopped it. The video is then cut without beats. */
  readonly unheard: StudioError | null;
  start(): void;
  cancel(): void;
}

/** Why nobody listens to the track; null where somebody does, or has done. */
export function useUnheard(assetId: AssetId | undefined): StudioError | null {
  const { beats } = useEditor().studio;
  const subscribe = useCallback((listener: () => void) => beats.subscribe(listener), [beats]);
  return useSyncExternalStore(subscribe, () => (assetId === undefined ? null : beats.unheard(assetId)));
}

/** Listens for the beats of a track, unless that was done before, cancelled, or failed. What is found arrives with the plan. */
export function useBeatAnalysis(assetId: AssetId): BeatListening {
  const { studio } = useEditor();
  const [fraction, setFraction] = useState(0);
  const unheard = useUnheard(assetId);
  useEffect(() => {
    setFraction(0);
    if (unheard) return;
    const control = new AbortController();
    const { signal } = control;
    const onProgress = (progress: BeatAnalysisProgress) => !signal.aborted && setFraction(progress.fraction);
    // Where it fails, the reason comes back as `unheard`.
    studio.beats.analyse(assetId, { signal, onProgress }).catch(() => undefined);
    return () => control.abort();
  }, [studio, assetId, unheard]);
  return {
    fraction,
    unheard,
    start: () => studio.beats.allow(assetId),
    cancel: () => studio.beats.cancel(assetId),
  };
}
