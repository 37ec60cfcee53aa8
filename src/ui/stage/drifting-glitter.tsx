import { useEffect, useRef } from 'react';
import { particleSystem } from '#core/scene/particles.ts';
import { drawParticle } from '../parts/draw-particle.ts';

const FIELD = { width: 360, height: 640 } as const;
const SEED = 11;
/** A slow drift needs no more, in milliseconds from one picture to the next. */
const PAUSE_MS = 50;
const GROWTH = 0.9;

/** A quiet rain of glitter, as a first taste of the video. It stands still where motion is unwanted. */
export function DriftingGlitter() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const particlesAt = particleSystem({ preset: 'glitter-rain', seed: SEED }, FIELD);
    const draw = (seconds: number) => {
      context.clearRect(0, 0, FIELD.width, FIELD.height);
      for (const particle of particlesAt(seconds)) drawParticle(context, particle, GROWTH);
    };
    draw(0);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    let lastDrawn = 0;
    let request = requestAnimationFrame(function tick(now) {
      if (now - lastDrawn >= PAUSE_MS) {
        draw(now / 2000);
        lastDrawn = now;
      }
      request = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(request);
  }, []);
  return (
    <canvas
      ref={canvas}
      {...FIELD}
      aria-hidden
      className="pointer-events-none absolute inset-0 size-full opacity-45 [mask-image:radial-gradient(ellipse_60%_34%_at_50%_50%,transparent_55%,black)]"
    />
  );
}
