import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { BeatAnalysisProgress } from '#app/studio.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { useEditor } from './editor.tsx';

export interface BeatListening {
  /** 0 to 1. */
  readonly fraction: number;
  readonly error: StudioError | null;
  /** True once the person has stopped it: the video is then cut without beats. */
  readonly cancelled: boolean;
  start(): void;
  cancel(): void;
}

interface Run {
  readonly fraction: number;
  readonly error: StudioError | null;
}

const BEGUN: Run = { fraction: 0, error: null };

/** True while the person does not want the track to be listened to. */
export function useBeatsCancelled(assetId: AssetId | undefined): boolean {
  const { beats } = useEditor().studio;
  const subscribe = useCallback((listener: () => void) => beats.subscribe(listener), [beats]);
  return useSyncExternalStore(subscribe, () => assetId !== undefined && beats.isCancelled(assetId));
}

/** Listens for the beats of a track, unless that was done before or cancelled. What is found arrives with the plan. */
export function useBeatAnalysis(assetId: AssetId): BeatListening {
  const { studio } = useEditor();
  const [run, setRun] = useState(BEGUN);
  const cancelled = useBeatsCancelled(assetId);
  useEffect(() => {
    setRun(BEGUN);
    if (cancelled) return;
    const control = new AbortController();
    const { signal } = control;
    const onProgress = ({ fraction }: BeatAnalysisProgress) => !signal.aborted && setRun({ ...BEGUN, fraction });
    studio.beats.analyse(assetId, { signal, onProgress }).catch((thrown: unknown) => {
      const error = toStudioError(thrown);
      if (error.code !== 'cancelled') setRun({ ...BEGUN, error });
    });
    return () => control.abort();
  }, [studio, assetId, cancelled]);
  return {
    ...run,
    cancelled,
    start: () => studio.beats.allow(assetId),
    cancel: () => studio.beats.cancel(assetId),
  };
}
