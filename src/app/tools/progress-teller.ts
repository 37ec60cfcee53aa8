import { EtaEstimator } from '#core/render/eta.ts';

interface Counted<Step extends string> {
  readonly step: Step;
  readonly done: number;
  readonly total: number;
}

/** Adds to each report when its step will be done. @param now in milliseconds. */
export function progressTeller<Step extends string>(
  now: () => number,
  onProgress: (progress: Counted<Step> & { readonly etaSeconds: number | null }) => void,
): (progress: Counted<Step>) => void {
  let current: { readonly step: Step; readonly estimator: EtaEstimator } | null = null;
  return ({ step, done, total }) => {
    if (current?.step !== step) current = { step, estimator: new EtaEstimator(total, now() / 1000) };
    onProgress({ step, done, total, etaSeconds: current.estimator.update(done, now() / 1000) });
  };
}
