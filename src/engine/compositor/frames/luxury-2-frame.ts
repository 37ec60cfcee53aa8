import type { Size } from '#core/geometry.ts';
import { GOLD_SHEEN, inEachCorner, pourMetal, tinted } from './metal.ts';
import { fillLozenge } from './ornament.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** From the canvas' edge to the rule's middle, and its width, in pixels. */
const RULES = [
  { inset: 6, width: 12 },
  { inset: 22, width: 2 },
  { inset: 30, width: 4 },
] as const;

/** The corner's fan: rays between two circles about the corner, in pixels. */
const FAN = { centre: 38, from: 46, to: 138, rays: 9, halfWidth: 2.6 };

/** Steps that the inner rule takes around the fan. */
const STEPS = [
  [30, 214],
  [62, 214],
  [62, 182],
  [94, 182],
  [94, 150],
  [150, 94],
  [182, 94],
  [182, 62],
  [214, 62],
  [214, 30],
] as const;

/** Art deco: a solid border, two rules that step around sunburst corners, and a chevron on each side. */
export function paintLuxury2Frame(context: Context, canvas: Size, colour: string | null): void {
  const [border, hairline, rule] = RULES;
  for (const { inset, width } of [border, hairline]) {
    context.lineWidth = width;
    context.strokeRect(inset, inset, canvas.width - 2 * inset, canvas.height - 2 * inset);
  }
  context.lineWidth = rule.width;
  context.lineJoin = 'miter';
  inEachCorner(context, canvas, () => paintCorner(context, canvas));
  paintChevrons(context, canvas);
  pourMetal(context, canvas, colour === null ? GOLD_SHEEN : tinted(GOLD_SHEEN, colour));
}

function paintCorner(context: Context, { width, height }: Size): void {
  const { inset } = RULES[2];
  context.beginPath();
  context.moveTo(inset, height / 2);
  for (const [x, y] of STEPS) context.lineTo(x, y);
  context.lineTo(width / 2, inset);
  context.stroke();
  for (let ray = 0; ray < FAN.rays; ray++) {
    context.save();
    context.translate(FAN.centre, FAN.centre);
    context.rotate((Math.PI / 2) * (ray / (FAN.rays - 1)));
    // Every other ray is shorter.
    const to = ray % 2 === 0 ? FAN.to - FAN.centre : FAN.to - FAN.centre - 26;
    context.beginPath();
    context.moveTo(FAN.from - FAN.centre, 0);
    context.lineTo(to, -FAN.halfWidth);
    context.lineTo(to + 5, 0);
    context.lineTo(to, FAN.halfWidth);
    context.closePath();
    context.fill();
    context.restore();
  }
}

function paintChevrons(context: Context, { width, height }: Size): void {
  const { inset } = RULES[2];
  for (const [x, y] of [
    [width / 2, inset],
    [width / 2, height - inset],
    [inset, height / 2],
    [width - inset, height / 2],
  ] as const) {
    fillLozenge(context, { x, y }, 16, 16);
  }
}
