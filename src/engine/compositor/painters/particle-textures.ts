import { ImageSource, Texture } from 'pixi.js';
import type { ParticleShape } from '#core/scene/particles.ts';

/** Half widths for which a texture is painted, in output pixels: none is ever shrunk by more than half. */
const RADII = [2, 4, 8, 16, 32, 64] as const;

const TRANSPARENT_GOLD = 'rgba(212, 175, 55, 0)';

/** Colour stops from the centre outwards. */
const MOTE_GLOW = [
  [0, 'rgba(255, 250, 232, 1)'],
  [0.2, 'rgba(246, 226, 122, 0.96)'],
  [0.45, 'rgba(212, 175, 55, 0.6)'],
  [0.72, 'rgba(212, 175, 55, 0.2)'],
  [1, TRANSPARENT_GOLD],
] as const;

const STAR_RAYS = [
  [0, 'rgba(255, 252, 240, 1)'],
  [0.3, 'rgba(248, 231, 150, 0.98)'],
  [0.7, 'rgba(230, 198, 92, 0.85)'],
  [1, 'rgba(212, 175, 55, 0.25)'],
] as const;

const STAR_GLOW = [
  [0, 'rgba(255, 246, 214, 0.9)'],
  [0.5, 'rgba(246, 226, 122, 0.32)'],
  [1, TRANSPARENT_GOLD],
] as const;

/** How far the rays' flanks bend towards the centre, as a fraction of the radius. */
const STAR_WAIST = 0.09;
const STAR_GLOW_RADIUS = 0.42;

/** Gold points of light, painted once for each shape and size class. */
export class ParticleTextures {
  private readonly textures = new Map<string, Texture>();

  /** @param radius half of the drawn width, in output pixels. */
  get(shape: ParticleShape, radius: number): Texture {
    const painted = RADII.find((size) => size >= radius) ?? RADII[RADII.length - 1] ?? radius;
    const key = `${shape} ${painted}`;
    const known = this.textures.get(key);
    if (known) return known;
    const texture = new Texture({ source: new ImageSource({ resource: paintParticle(shape, painted) }) });
    this.textures.set(key, texture);
    return texture;
  }

  dispose(): void {
    for (const texture of this.textures.values()) {
      const image: unknown = texture.source.resource;
      texture.destroy(true);
      if (image instanceof ImageBitmap) image.close();
    }
    this.textures.clear();
  }
}

function paintParticle(shape: ParticleShape, radius: number): ImageBitmap {
  const canvas = new OffscreenCanvas(radius * 2, radius * 2);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives workers no 2D canvas.');
  context.translate(radius, radius);
  if (shape === 'star') paintStar(context, radius);
  else paintDisc(context, radius, MOTE_GLOW);
  return canvas.transferToImageBitmap();
}

function paintStar(context: OffscreenCanvasRenderingContext2D, radius: number): void {
  paintDisc(context, radius * STAR_GLOW_RADIUS, STAR_GLOW);
  const waist = radius * STAR_WAIST;
  context.beginPath();
  context.moveTo(0, -radius);
  context.quadraticCurveTo(waist, -waist, radius, 0);
  context.quadraticCurveTo(waist, waist, 0, radius);
  context.quadraticCurveTo(-waist, waist, -radius, 0);
  context.quadraticCurveTo(-waist, -waist, 0, -radius);
  context.fillStyle = radialGradient(context, radius, STAR_RAYS);
  context.fill();
}

type ColourStops = readonly (readonly [offset: number, colour: string])[];

function paintDisc(context: OffscreenCanvasRenderingContext2D, radius: number, stops: ColourStops): void {
  context.fillStyle = radialGradient(context, radius, stops);
  context.fillRect(-radius, -radius, radius * 2, radius * 2);
}

function radialGradient(
  context: OffscreenCanvasRenderingContext2D,
  radius: number,
  stops: ColourStops,
): CanvasGradient {
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, radius);
  for (const [offset, colour] of stops) gradient.addColorStop(offset, colour);
  return gradient;
}
