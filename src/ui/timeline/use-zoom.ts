import { useState } from 'react';

export interface Zoom {
  /** 1 shows the whole video, as far as shots stay wide enough to be seen. */
  readonly factor: number;
  readonly atLeast: boolean;
  readonly atMost: boolean;
  in(): void;
  out(): void;
  fit(): void;
}

const STEP = 1.6;
const LARGEST = STEP ** 5;

/** How large the strip is shown. Not part of the project. */
export function useZoom(): Zoom {
  const [factor, setFactor] = useState(1);
  return {
    factor,
    atLeast: factor <= 1,
    atMost: factor >= LARGEST,
    in: () => setFactor((before) => Math.min(LARGEST, before * STEP)),
    out: () => setFactor((before) => Math.max(1, before / STEP)),
    fit: () => setFactor(1),
  };
}
