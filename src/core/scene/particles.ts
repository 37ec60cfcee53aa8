import type { Size } from '../geometry.ts';
import type { AtmospherePreset } from '../project/look.ts';
import { seededRandom } from '../random.ts';

/**
 * The built-in atmospheres as moving points of light. Everything follows from the field's seed, so the same seed
 * gives the same picture at the same time, on every machine and in any order of frames.
 */
export interface ParticleField {
  readonly preset: AtmospherePreset;
  readonly seed: number;
}

/** One point of light at one instant. */
export interface Particle {
  /** Centre, in pixels of the canvas. */
  readonly x: number;
  readonly y: number;
  /** Half of the drawn width and height, in pixels of the canvas. */
  readonly radius: number;
  /** 0 to 1. */
  readonly opacity: number;
  readonly shape: ParticleShape;
}

/** `mote` is a soft round glow, `star` a four-pointed glint. */
export type ParticleShape = 'mote' | 'star';

/** How one particle moves; its position at any time follows without looking at the frames before. */
interface ParticleLife {
  readonly shape: ParticleShape;
  /** Start position as fractions of the canvas. */
  readonly x: number;
  readonly y: number;
  /** Half width as a fraction of the canvas' shorter side. */
  readonly size: number;
  /** Canvas heights per second, downwards. */
  readonly fall: number;
  /** Sideways swing: fraction of the width, and hertz. */
  readonly sway: number;
  readonly swayRate: number;
  /** Brightness: hertz, start phase (turns), least and most. */
  readonly twinkleRate: number;
  readonly phase: number;
  readonly dimmest: number;
  readonly brightest: number;
}

type Random = () => number;

const GLITTER_RAIN_COUNT = 380;
const SPARKLES_COUNT = 240;

/** Every fifth drop of the rain glints. */
const GLITTER_STAR_SHARE = 1 / 5;

function glitterDrop(random: Random): ParticleLife {
  // Depth 0 is far (small, slow, dim), 1 is near.
  const depth = random();
  return {
    shape: random() < GLITTER_STAR_SHARE ? 'star' : 'mote',
    x: random(),
    y: random(),
    size: 0.005 + 0.015 * depth * depth,
    fall: 0.05 + 0.13 * depth,
    sway: 0.004 + 0.012 * random(),
    swayRate: 0.15 + 0.35 * random(),
    twinkleRate: 0.4 + 1.2 * random(),
    phase: random(),
    dimmest: 0.3 + 0.2 * depth,
    brightest: 0.75 + 0.25 * depth,
  };
}

function sparkle(random: Random): ParticleLife {
  return {
    shape: random() < 0.7 ? 'star' : 'mote',
    x: random(),
    y: random(),
    size: 0.007 + 0.026 * random() * random(),
    fall: -0.008 - 0.012 * random(),
    sway: 0.006 * random(),
    swayRate: 0.1 + 0.2 * random(),
    twinkleRate: 0.25 + 0.6 * random(),
    phase: random(),
    dimmest: 0,
    brightest: 0.75 + 0.25 * random(),
  };
}

const POPULATIONS: Record<AtmospherePreset, { count: number; make: (random: Random) => ParticleLife }> = {
  'glitter-rain': { count: GLITTER_RAIN_COUNT, make: glitterDrop },
  sparkles: { count: SPARKLES_COUNT, make: sparkle },
};

/** A field's particles, computed once. @returns a function from a time in seconds to where each particle is then. */
export function particleSystem(field: ParticleField, canvas: Size): (time: number) => Particle[] {
  const { count, make } = POPULATIONS[field.preset];
  const random = seededRandom(field.seed);
  const lives = Array.from({ length: count }, () => make(random));
  const shortSide = Math.min(canvas.width, canvas.height);
  return (time) => lives.map((life) => particleAt(life, time, canvas, shortSide));
}

function particleAt(life: ParticleLife, time: number, canvas: Size, shortSide: number): Particle {
  const radius = life.size * shortSide;
  const swing = life.sway * Math.sin(turn(life.phase + life.swayRate * time));
  // One full cycle runs from just above the canvas to just below it, so nothing pops in or out.
  const margin = radius / canvas.height;
  const travel = 1 + 2 * margin;
  const twinkle = 0.5 + 0.5 * Math.sin(turn(life.phase * 7 + life.twinkleRate * time));
  return {
    x: (life.x + swing) * canvas.width,
    y: (modulo(life.y + life.fall * time, travel) - margin) * canvas.height,
    radius,
    opacity: life.dimmest + (life.brightest - life.dimmest) * twinkle * twinkle,
    shape: life.shape,
  };
}

function turn(turns: number): number {
  return 2 * Math.PI * turns;
}

function modulo(value: number, length: number): number {
  return ((value % length) + length) % length;
}
