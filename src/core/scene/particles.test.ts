import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATMOSPHERE_PRESETS } from '../project/look.ts';
import { particleSystem } from './particles.ts';

const CANVAS = { width: 1080, height: 1920 };

describe.each(ATMOSPHERE_PRESETS)('the %s atmosphere', (preset) => {
  it('is the same for the same seed, in whatever order its frames are asked for', () => {
    const forwards = particleSystem({ preset, seed: 5 }, CANVAS);
    const early = forwards(1);
    const late = forwards(9);
    const backwards = particleSystem({ preset, seed: 5 }, CANVAS);
    expect(backwards(9)).toEqual(late);
    expect(backwards(1)).toEqual(early);
  });

  it('differs from seed to seed, and moves', () => {
    const system = particleSystem({ preset, seed: 5 }, CANVAS);
    expect(particleSystem({ preset, seed: 6 }, CANVAS)(0)).not.toEqual(system(0));
    expect(system(0.5)).not.toEqual(system(0));
  });

  it('keeps its particles on or just outside the canvas, at opacities from 0 to 1, at any time', () => {
    const system = particleSystem({ preset, seed: 5 }, CANVAS);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), (time) => {
        for (const { y, radius, opacity } of system(time)) {
          expect(y).toBeGreaterThanOrEqual(-radius - 1e-6);
          expect(y).toBeLessThanOrEqual(CANVAS.height + radius + 1e-6);
          expect(opacity).toBeGreaterThanOrEqual(0);
          expect(opacity).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
