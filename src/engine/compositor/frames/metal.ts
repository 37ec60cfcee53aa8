import type { Size } from '#core/geometry.ts';

export const GOLD = '#D4AF37';

/** Light on polished metal, from one corner of the canvas to the other: offset (0 to 1) and colour. */
export type Sheen = readonly (readonly [offset: number, colour: string])[];

export const GOLD_SHEEN: Sheen = [
  [0, '#8A6A1C'],
  [0.08, '#D4AF37'],
  [0.17, '#FBF0B9'],
  [0.25, '#D9B443'],
  [0.37, '#9C7722'],
  [0.48, '#E3C158'],
  [0.54, '#FFF7D1'],
  [0.61, '#D4AF37'],
  [0.73, '#94701F'],
  [0.84, '#EBCB66'],
  [0.9, '#FBF0B9'],
  [1, '#8A6A1C'],
];

export const SILVER_SHEEN: Sheen = [
  [0, '#A9A9AD'],
  [0.12, '#C0C0C0'],
  [0.22, '#F4F4F6'],
  [0.34, '#C0C0C0'],
  [0.48, '#9C9CA2'],
  [0.6, '#C8C8CB'],
  [0.72, '#F7F7F9'],
  [0.84, '#C0C0C0'],
  [1, '#A3A3A8'],
];

/**
 * The same light on metal of another colour: where the sheen is at its middle lightness the metal has `colour` itself, in
 * its shadows it goes towards black, in its lights towards white.
 * @param colour as `#RRGGBB`.
 */
export function tinted(stops: Sheen, colour: string): Sheen {
  const lights = stops.map(([, stop]) => lightness(stop));
  const middle = lights.toSorted((a, b) => a - b)[Math.floor(lights.length / 2)] ?? 0;
  return stops.map(([offset], index) => [offset, lit(colour, lights[index] ?? middle, middle)]);
}

/** @param light, middle 0 to 255, `middle` above 0 and below 255. */
function lit(colour: string, light: number, middle: number): string {
  const towards = light < middle ? 0 : 255;
  const share = light < middle ? 1 - light / middle : (light - middle) / (255 - middle);
  const parts = channels(colour).map((value) => Math.round(value + (towards - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** Luma of BT.709, 0 to 255. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
}

/** A sheen across the whole canvas, top left to bottom right. */
export function sheen(context: OffscreenCanvasRenderingContext2D, canvas: Size, stops: Sheen): CanvasGradient {
  const gradient = context.createLinearGradient(0, 0, canvas.width, canvas.height);
  for (const [offset, colour] of stops) gradient.addColorStop(offset, colour);
  return gradient;
}

/** Runs `paint` once for each corner, mirrored so that the corner is at (0, 0) and the canvas lies right of and below it. */
export function inEachCorner(context: OffscreenCanvasRenderingContext2D, canvas: Size, paint: () => void): void {
  for (const [right, bottom] of [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const) {
    context.save();
    context.translate(right ? canvas.width : 0, bottom ? canvas.height : 0);
    context.scale(right ? -1 : 1, bottom ? -1 : 1);
    paint();
    context.restore();
  }
}

/** Turns everything painted so far into metal: one sheen runs over all of it. */
export function pourMetal(context: OffscreenCanvasRenderingContext2D, canvas: Size, stops: Sheen): void {
  context.save();
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = sheen(context, canvas, stops);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.restore();
}
