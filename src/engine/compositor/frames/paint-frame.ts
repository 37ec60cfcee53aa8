import type { Size } from '#core/geometry.ts';
import type { FramePreset } from '#core/project/look.ts';
import type { FrameLayer } from '#core/scene/scene.ts';
import { paintGoldenFrame, paintSilverFrame } from './border-frames.ts';
import { paintLuxury1Frame } from './luxury-1-frame.ts';
import { paintLuxury2Frame } from './luxury-2-frame.ts';

/**
 * Paints a built-in frame on an empty canvas. Lengths are in pixels of the reference canvas, to which `context` is scaled.
 * `colour` is `#RRGGBB`; null is its own metal.
 */
export type FramePaint = (context: OffscreenCanvasRenderingContext2D, canvas: Size, colour: string | null) => void;

const FRAMES: Record<FramePreset, FramePaint> = {
  golden: paintGoldenFrame,
  silver: paintSilverFrame,
  'luxury-1': paintLuxury1Frame,
  'luxury-2': paintLuxury2Frame,
};

export function paintFrame(
  context: OffscreenCanvasRenderingContext2D,
  { preset, colour }: Pick<FrameLayer, 'preset' | 'colour'>,
  canvas: Size,
): void {
  FRAMES[preset](context, canvas, colour);
}
