import { useEffect, useState } from 'react';
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
  readonly cancelled: boolean;
}

const BEGUN: Run = { fraction: 0, error: null, cancelled: false };

/** Listens for the beats of a track, unless that was done before. What is found arrives with the plan. */
export function useBeatAnalysis(assetId: AssetId): BeatListening {
  const { studio } = useEditor();
  const [run, setRun] = useState(BEGUN);
  const [attempt, setAttempt] = useState(0);
  const [canceller, setCanceller] = useState<AbortController | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` starts it over.
  useEffect(() => {
    const control = new AbortController();
    setCanceller(control);
    setRun(BEGUN);
    const { signal } = control;
    const onProgress = ({ fraction }: BeatAnalysisProgress) => !signal.aborted && setRun({ ...BEGUN, fraction });
    studio.beats.analyse(assetId, { signal, onProgress }).catch((thrown: unknown) => {
      const error = toStudioError(thrown);
      if (error.code !== 'cancelled') setRun({ ...BEGUN, error });
    });
    return () => control.abort();
  }, [studio, assetId, attempt]);
  return {
    ...run,
    start: () => setAttempt((before) => before + 1),
    cancel() {
      canceller?.abort();
      setRun({ ...BEGUN, cancelled: true });
    },
  };
}
