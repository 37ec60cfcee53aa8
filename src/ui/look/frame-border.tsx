import { useId } from 'react';
import type { FramePreset } from '#core/project/look.ts';

/** The built-in frames in miniature: their lines and corners, coarse enough to be told apart at 60 px. */

const WIDTH = 80;
const HEIGHT = 100;

const SHEENS = {
  gold: ['#9A7420', '#D4AF37', '#FBE9A6', '#D4AF37', '#9A7420'],
  silver: ['#8E949C', '#C9CDD2', '#FFFFFF', '#C9CDD2', '#8E949C'],
} as const;

/** What each frame is made of, where it has no colour of its own. */
export const METAL_COLOURS: Record<FramePreset, string> = {
  golden: '#D4AF37',
  silver: '#C9CDD2',
  'luxury-1': '#D4AF37',
  'luxury-2': '#D4AF37',
};

/** @param colour as `#RRGGBB`; null is its own metal. */
export function FrameBorder({ preset, colour }: { preset: FramePreset; colour: string | null }) {
  const id = useId();
  const sheen = SHEENS[preset === 'silver' ? 'silver' : 'gold'];
  const metal = colour ?? (preset === 'golden' ? METAL_COLOURS.golden : `url(#${id})`);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
    >
      <linearGradient id={id} gradientUnits="userSpaceOnUse" x1="0" y1="0" x2={WIDTH} y2={HEIGHT}>
        {sheen.map((colour, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of stops.
          <stop key={index} offset={index / (sheen.length - 1)} stopColor={colour} />
        ))}
      </linearGradient>
      <g fill="none" stroke={metal}>
        <Lines preset={preset} />
      </g>
    </svg>
  );
}

function Lines({ preset }: { preset: FramePreset }) {
  switch (preset) {
    case 'golden':
    case 'silver':
      return <Rule inset={1.75} width={3.5} />;
    case 'luxury-1':
      return (
        <>
          <Rule inset={3} width={1.6} />
          <Corners
            d="M7 26V19C7 12 14 12 14 17s-5 4-5 0M26 7H19C12 7 12 14 17 14s4-5 0-5M7 26V50M26 7H40"
            width={1.3}
          />
        </>
      );
    case 'luxury-2':
      return (
        <>
          <Rule inset={1.75} width={3.5} />
          <Corners d="M7 50V24H12V19H17V14H22V7H40M7 7L14 16M7 7L16 14M7 7L11.5 19M7 7L19 11.5" width={1.2} />
        </>
      );
  }
}

function Rule({ inset, width }: { inset: number; width: number }) {
  return <rect x={inset} y={inset} width={WIDTH - 2 * inset} height={HEIGHT - 2 * inset} strokeWidth={width} />;
}

/** One corner's path, drawn into all four. */
function Corners({ d, width }: { d: string; width: number }) {
  return [
    '',
    `translate(${WIDTH} 0) scale(-1 1)`,
    `translate(0 ${HEIGHT}) scale(1 -1)`,
    `translate(${WIDTH} ${HEIGHT}) scale(-1 -1)`,
  ].map((transform) => <path key={transform} d={d} strokeWidth={width} transform={transform} />);
}
