import type { Rect } from '../geometry.ts';

/** How a still picture moves while it is shown. */
export const MOTION_KINDS = ['none', 'in', 'out', 'pan-left', 'pan-right', 'pan-up', 'pan-down', 'to-focus'] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

/** From the first frame of a shot to its last, evenly. */
export interface Motion {
  readonly from: MotionView;
  readonly to: MotionView;
}

export interface MotionView {
  /** Scale of the drawn picture about the centre of its box. */
  readonly zoom: number;
  /** What is shown of the picture as it was cropped to its box, as fractions (0 to 1) of that crop. */
  readonly part: Rect;
}
