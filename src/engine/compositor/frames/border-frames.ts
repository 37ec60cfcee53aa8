import type { Size } from '#core/geometry.ts';
import { FRAME_BORDER_PIXELS } from '#core/scene/composition.ts';
import { GOLD, SILVER_SHEEN, sheen, tinted } from './metal.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** A plain gold border along the canvas' edge. */
export function paintGoldenFrame(context: Context, canvas: Size, colour: string | null): void {
  context.fillStyle = colour ?? GOLD;
  fillBorder(context, canvas);
}

/** The same border in brushed silver. */
export function paintSilverFrame(context: Context, canvas: Size, colour: string | null): void {
  context.fillStyle = sheen(context, canvas, colour === null ? SILVER_SHEEN : tinted(SILVER_SHEEN, colour));
  fillBorder(context, canvas);
}

function fillBorder(context: Context, { width, height }: Size): void {
  const border = FRAME_BORDER_PIXELS;
  context.fillRect(0, 0, width, border);
  context.fillRect(0, height - border, width, border);
  context.fillRect(0, border, border, height - 2 * border);
  context.fillRect(width - border, border, border, height - 2 * border);
}
