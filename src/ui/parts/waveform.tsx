import { useMemo } from 'react';

interface WaveformProps {
  /** Loudest absolute sample (0 to 1) of equal slices. */
  readonly peaks: Float32Array | null;
  /** How many bars to draw. */
  readonly bars: number;
  /** Which part of the track to draw, as a fraction of its length from its start; more than 1 draws it in part. */
  readonly fraction?: number;
  readonly className?: string;
}

/** Sound as bars about a middle line. It takes the text colour and fills its box. */
export function Waveform({ peaks, bars, fraction = 1, className }: WaveformProps) {
  const path = useMemo(() => (peaks ? barsPath(peaks, bars, fraction) : ''), [peaks, bars, fraction]);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${bars} 100`}
      preserveAspectRatio="none"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth={0.55}
    >
      <path d={path} />
    </svg>
  );
}

function barsPath(peaks: Float32Array, bars: number, fraction: number): string {
  const shown = peaks.length * fraction;
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 0.01);
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * shown) / bars);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * shown) / bars));
    const peak = peaks.subarray(from, to).reduce((most, value) => Math.max(most, value), 0);
    const half = Math.max(2, (peak / loudest) * 48);
    return `M${bar + 0.5} ${50 - half}V${50 + half}`;
  }).join('');
}
