import type { Size } from '#core/geometry.ts';
import { FRAME_BORDER_PIXELS } from '#core/scene/composition.ts';
import { GOLD, SILVER_SHEEN, sheen } from './metal.ts';

/** A plain gold border along the canvas' edge. */
export function paintGoldenFrame(context: OffscreenCanvasRenderingContext2D, canvas: Size): void {
  context.fillStyle = GOLD;
  fillBorder(context, canvas);
}

/** The same border in brushed silver. */
export function paintSilverFrame(context: OffscreenCanvasRenderingContext2D, canvas: Size): void {
  context.fillStyle = sheen(context, canvas, SILVER_SHEEN);
  fillBorder(context, canvas);
}

function fillBorder(context: OffscreenCanvasRenderingContext2D, { width, height }: Size): void {
  const border = FRAME_BORDER_PIXELS;
  context.fillRect(0, 0, width, border);
  context.fillRect(0, height - border, width, border);
  context.fillRect(0, border, border, height - 2 * border);
  context.fillRect(width - border, border, border, height - 2 * border);
}
