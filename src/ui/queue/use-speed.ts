import { useEffect, useState } from 'react';
import type { RenderJob } from '#core/job/job.ts';
import { type SpeedSample, speedOf, withSample } from './speed.ts';

const NONE: readonly SpeedSample[] = [];

/** Frames a second that a job has been drawn at lately; null while it is not, or while nobody can tell. */
export function useSpeed({ status, frames }: RenderJob): number | null {
  const [samples, setSamples] = useState(NONE);
  const done = status === 'processing' ? (frames?.done ?? null) : null;
  useEffect(() => {
    if (done === null) setSamples(NONE);
    else setSamples((before) => withSample(before, { at: performance.now(), done }));
  }, [done]);
  return speedOf(samples);
}
