import type { Size } from '#core/geometry.ts';
import { GOLD_SHEEN, inEachCorner, pourMetal, tinted } from './metal.ts';
import { fillDot, fillLeaf, fillLozenge, fillScroll, pathOf, type Scroll } from './ornament.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** From the canvas' edge to the rule's middle, and its width, in pixels. */
const OUTER_RULE = { inset: 20, width: 5 };
const INNER_RULE = { inset: 36, width: 1.75 };

/** Where the inner rule stops before a corner, to leave room for the scrolls. */
const CORNER = 196;

/** Half the gap that the inner rule leaves for the ornament in the middle of each side. */
const MIDDLE_GAP = 58;

/** The long scroll along the edge: a slow wave that ends in a curl. */
const STEM: Scroll = {
  from: { x: 58, y: 58 },
  heading: -0.62,
  length: 236,
  curvature: (t) => 0.0165 - 0.05 * t + 0.02 * t * t + (t > 0.52 ? 1.05 * (t - 0.52) ** 2 : 0),
  width: (t) => 1.4 + 5.2 * Math.sin(Math.PI * Math.min(1, t * 0.86 + 0.1)) ** 1.4,
};

/** A tighter curl that leaves the corner towards the picture. */
const TENDRIL: Scroll = {
  from: { x: 70, y: 62 },
  heading: 0.42,
  length: 104,
  curvature: (t) => -0.004 - 0.1 * t * t,
  width: (t) => 4.2 * (1 - t) + 1.3,
};

/** Two gold rules, the inner one broken by scrollwork in the corners and a jewel on each side. */
export function paintLuxury1Frame(context: Context, canvas: Size, colour: string | null): void {
  paintRules(context, canvas);
  inEachCorner(context, canvas, () => {
    paintArm(context);
    context.transform(0, 1, 1, 0, 0, 0);
    paintArm(context);
    fillLozenge(context, { x: 48, y: 48 }, 11, 11);
    fillDot(context, { x: 66, y: 66 }, 3.4);
  });
  paintJewels(context, canvas);
  pourMetal(context, canvas, colour === null ? GOLD_SHEEN : tinted(GOLD_SHEEN, colour));
}

function paintRules(context: Context, { width, height }: Size): void {
  context.lineWidth = OUTER_RULE.width;
  const { inset } = OUTER_RULE;
  context.strokeRect(inset, inset, width - 2 * inset, height - 2 * inset);
  context.lineWidth = INNER_RULE.width;
  context.beginPath();
  for (const y of [INNER_RULE.inset, height - INNER_RULE.inset]) {
    lineAround(context, width, (x) => [x, y]);
  }
  for (const x of [INNER_RULE.inset, width - INNER_RULE.inset]) {
    lineAround(context, height, (y) => [x, y]);
  }
  context.stroke();
}

/** One side of the inner rule: from corner to corner, but for the gap in the middle. */
function lineAround(context: Context, length: number, at: (along: number) => [number, number]): void {
  context.moveTo(...at(CORNER));
  context.lineTo(...at(length / 2 - MIDDLE_GAP));
  context.moveTo(...at(length / 2 + MIDDLE_GAP));
  context.lineTo(...at(length - CORNER));
}

function paintArm(context: Context): void {
  fillScroll(context, STEM);
  fillScroll(context, TENDRIL);
  const path = pathOf(STEM);
  for (const { t, turn, length } of [
    { t: 0.16, turn: -0.5, length: 26 },
    { t: 0.34, turn: 0.55, length: 30 },
    { t: 0.5, turn: -0.6, length: 24 },
  ]) {
    const point = path[Math.round(t * (path.length - 1))];
    if (point) fillLeaf(context, point, point.heading + turn, length, turn < 0 ? 7 : -7);
  }
}

function paintJewels(context: Context, { width, height }: Size): void {
  const inset = INNER_RULE.inset;
  const sides = [
    { x: width / 2, y: inset, turn: 0 },
    { x: width / 2, y: height - inset, turn: Math.PI },
    { x: inset, y: height / 2, turn: -Math.PI / 2 },
    { x: width - inset, y: height / 2, turn: Math.PI / 2 },
  ];
  for (const { x, y, turn } of sides) {
    context.save();
    context.translate(x, y);
    context.rotate(turn);
    fillLozenge(context, { x: 0, y: 0 }, 15, 9);
    for (const side of [-1, 1]) {
      fillLeaf(context, { x: side * 18, y: 0 }, side > 0 ? 0 : Math.PI, 30, side > 0 ? 6 : -6);
      fillDot(context, { x: side * 54, y: 0 }, 2.4);
    }
    context.restore();
  }
}
