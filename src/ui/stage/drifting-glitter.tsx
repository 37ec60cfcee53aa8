import { useMemo, useRef } from 'react';
import { particleSystem } from '#core/scene/particles.ts';
import { drawParticle } from '../parts/draw-particle.ts';
import { useGentleMotion } from './gentle-motion.ts';

const FIELD = { width: 360, height: 640 } as const;
const SEED = 11;
const GROWTH = 0.9;
/** Of the video's own. */
const SPEED = 0.5;

/** A quiet rain of glitter, as a first taste of the video. */
export function DriftingGlitter() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const particlesAt = useMemo(() => particleSystem({ preset: 'glitter-rain', seed: SEED }, FIELD), []);
  useGentleMotion((seconds) => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, FIELD.width, FIELD.height);
    for (const particle of particlesAt(seconds * SPEED)) drawParticle(context, particle, GROWTH);
  });
  return (
    <canvas
      ref={canvas}
      {...FIELD}
      aria-hidden
      className="pointer-events-none absolute inset-0 size-full opacity-45 [mask-image:radial-gradient(ellipse_60%_34%_at_50%_50%,transparent_55%,black)]"
    />
  );
}
