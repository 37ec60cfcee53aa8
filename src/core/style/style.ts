import type { Grade } from './grade.ts';
import type { HookLook } from './hook-look.ts';
import type { MotionKind } from './motion.ts';
import type { TransitionKind } from './transition.ts';

/** Names of the styles, in the order in which they are offered. The first is that of a new project. */
export const STYLE_NAMES = [
  'luxury-gold',
  'cinematic-drama',
  'energetic-dance',
  'minimal-clean',
  'vintage-film',
  'neon-night',
  'soft-romance',
  'bold-sale',
] as const;
export type StyleName = (typeof STYLE_NAMES)[number];

/** Everything that a style decides. Data: the planner and the scene read it, nothing else knows a style by name. */
export interface StylePreset {
  readonly pace: Pace;
  /** Taken in turn from cut to cut; `cut` is a hard one. */
  readonly transitions: readonly (TransitionKind | 'cut')[];
  /** Length of a transition, in seconds; short shots shorten it. */
  readonly transitionSeconds: number;
  readonly grade: Grade;
  /** Taken in turn from shot to shot. */
  readonly motions: readonly MotionKind[];
  readonly hook: HookLook;
}

/** How long a shot stays, in seconds, where the music is quiet and where it is strong. */
export interface Pace {
  readonly quietSeconds: number;
  readonly strongSeconds: number;
}
