/** Frames done at a moment, in milliseconds of any clock. */
export interface SpeedSample {
  readonly at: number;
  readonly done: number;
}

/** What is older says little about now. */
const WINDOW_MS = 10_000;
/** What is nearer is mostly chance: progress is told twice a second. */
const SHORTEST_MS = 1500;

/** The samples that still count with a new one. A count that went back begins anew: the run did. */
export function withSample(samples: readonly SpeedSample[], sample: SpeedSample): readonly SpeedSample[] {
  const last = samples.at(-1);
  if (last && sample.done < last.done) return [sample];
  if (last && sample.done === last.done) return samples;
  return [...samples.filter(({ at }) => sample.at - at <= WINDOW_MS), sample];
}

/** Frames a second; null until it can be told. */
export function speedOf(samples: readonly SpeedSample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < SHORTEST_MS) return null;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}
