import type { Particle } from '#core/scene/particles.ts';

/** The outline of a glint as directions from its middle; the waist lies at this share of its reach. */
const WAIST = 0.13;
const STAR: readonly (readonly [number, number])[] = [
  [0, -1],
  [WAIST, -WAIST],
  [1, 0],
  [WAIST, WAIST],
  [0, 1],
  [-WAIST, WAIST],
  [-1, 0],
  [-WAIST, -WAIST],
];

/** Draws one particle for the page's own decoration. The video has its own painter; `growth` multiplies the size. */
export function drawParticle(
  context: CanvasRenderingContext2D,
  { x, y, radius, opacity, shape }: Particle,
  growth: number,
): void {
  const reach = Math.max(1, radius * growth);
  context.globalAlpha = opacity;
  context.fillStyle = '#F3DE9B';
  context.beginPath();
  if (shape === 'mote') context.arc(x, y, reach * 0.6, 0, 2 * Math.PI);
  else for (const [dx, dy] of STAR) context.lineTo(x + dx * reach * 1.4, y + dy * reach * 1.4);
  context.fill();
}
