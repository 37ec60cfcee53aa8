import type { Rect, Size } from '../geometry.ts';
import type { TransitionKind } from '../style/transition.ts';
import { BACKGROUND_COLOUR } from './composition.ts';
import type { FillLayer, PictureLayer } from './scene.ts';

type ContentLayer = FillLayer | PictureLayer;

const FLASH_COLOUR = '#FFFFFF';
/** A flash never hides its pictures wholly. */
const FLASH_OPACITY = 0.85;
/** How far the outgoing shot of a zoom has grown at its end, and how small the incoming one begins. */
const ZOOM = { out: 1.3, in: 0.85 } as const;
/** Copies of a whipped picture along its way, which stand for motion blur. */
const WHIP_COPIES = 4;
/** Share of the transition over which the copies are spread: a shutter open that long. */
const WHIP_SHUTTER = 0.12;

/**
 * Two shots on their way from one to the other, as layers.
 * @param progress 0 (only the outgoing one) to 1 (only the incoming one); 0.5 at the cut.
 */
export function transitionLayers(
  kind: TransitionKind,
  progress: number,
  outgoing: readonly ContentLayer[],
  incoming: readonly ContentLayer[],
  canvas: Size,
): ContentLayer[] {
  switch (kind) {
    case 'crossfade':
      return [...outgoing, ...faded(incoming, progress)];
    case 'slide':
      return pushed(outgoing, incoming, easeInOut(progress), canvas);
    case 'zoom':
      return [
        ...scaled(outgoing, 1 + (ZOOM.out - 1) * easeIn(progress), canvas),
        ...faded(scaled(incoming, ZOOM.in + (1 - ZOOM.in) * easeOut(progress), canvas), smooth((progress - 0.3) / 0.4)),
      ];
    case 'whip':
      return whipped(outgoing, incoming, progress, canvas);
    case 'flash':
      return under(progress, outgoing, incoming, canvas, FLASH_COLOUR, FLASH_OPACITY);
    case 'dip-to-black':
      return under(progress, outgoing, incoming, canvas, BACKGROUND_COLOUR, 1);
  }
}

/** The incoming shot pushes the outgoing one out to the left. */
function pushed(
  outgoing: readonly ContentLayer[],
  incoming: readonly ContentLayer[],
  way: number,
  { width }: Size,
): ContentLayer[] {
  return [...moved(outgoing, -way * width), ...moved(incoming, (1 - way) * width)];
}

/** A push so fast that it blurs: copies along the way, each as strong as the one below lets it be. */
function whipped(
  outgoing: readonly ContentLayer[],
  incoming: readonly ContentLayer[],
  progress: number,
  canvas: Size,
): ContentLayer[] {
  return Array.from({ length: WHIP_COPIES }, (_, copy) => {
    const late = (copy / (WHIP_COPIES - 1) - 0.5) * WHIP_SHUTTER;
    const way = easeInOut(Math.min(1, Math.max(0, progress + late)));
    // The mean of all copies: the n-th covers the ones below it by 1/n.
    return faded(pushed(outgoing, incoming, way, canvas), 1 / (copy + 1));
  }).flat();
}

/** A hard cut hidden under a colour that comes and goes. */
function under(
  progress: number,
  outgoing: readonly ContentLayer[],
  incoming: readonly ContentLayer[],
  canvas: Size,
  colour: string,
  strongest: number,
): ContentLayer[] {
  const opacity = strongest * smooth(1 - Math.abs(2 * progress - 1));
  const cover: FillLayer = { kind: 'fill', area: { x: 0, y: 0, ...canvas }, colour, opacity };
  return [...(progress < 0.5 ? outgoing : incoming), cover];
}

function faded(layers: readonly ContentLayer[], opacity: number): ContentLayer[] {
  return layers.map((layer) => ({ ...layer, opacity: layer.opacity * opacity }));
}

function moved(layers: readonly ContentLayer[], by: number): ContentLayer[] {
  return layers.map((layer) => ({ ...layer, area: { ...layer.area, x: layer.area.x + by } }));
}

/** Scales about the middle of the canvas. */
function scaled(layers: readonly ContentLayer[], factor: number, canvas: Size): ContentLayer[] {
  const scaleArea = ({ x, y, width, height }: Rect): Rect => ({
    x: canvas.width / 2 + (x - canvas.width / 2) * factor,
    y: canvas.height / 2 + (y - canvas.height / 2) * factor,
    width: width * factor,
    height: height * factor,
  });
  return layers.map((layer) => ({ ...layer, area: scaleArea(layer.area) }));
}

/** 0 to 1, slow at both ends. Values beyond are held. */
function smooth(value: number): number {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
}

function easeIn(t: number): number {
  return t * t;
}

function easeOut(t: number): number {
  return 1 - (1 - t) ** 2;
}

function easeInOut(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}
