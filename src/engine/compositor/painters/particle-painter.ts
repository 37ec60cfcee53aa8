import { Container, Sprite, Texture } from 'pixi.js';
import type { Rect } from '#core/geometry.ts';
import { isCovered } from '#core/scene/occlusion.ts';
import { type Particle, type ParticleField, particleSystem } from '#core/scene/particles.ts';
import type { ParticleLayer } from '#core/scene/scene.ts';
import { type PaintContext, type Painter, toOutput } from './painter.ts';
import { ParticleTextures } from './particle-textures.ts';

/** A built-in atmosphere: one sprite for each point of light, hidden where an opaque picture lies over it. */
export class ParticlePainter implements Painter<ParticleLayer> {
  readonly node = new Container();
  private readonly textures = new ParticleTextures();
  private readonly sprites: Sprite[] = [];
  private field: ParticleField | null = null;
  private particlesAt: (time: number) => Particle[] = () => [];

  paint(layer: ParticleLayer, context: PaintContext): void {
    if (this.field?.preset !== layer.field.preset || this.field.seed !== layer.field.seed) {
      this.field = layer.field;
      this.particlesAt = particleSystem(layer.field, context.canvas);
    }
    const particles = this.particlesAt(layer.time);
    while (this.sprites.length < particles.length) this.addSprite();
    this.sprites.forEach((sprite, index) => {
      const particle = particles[index];
      sprite.visible = particle !== undefined && this.place(sprite, particle, layer.opacity, context);
    });
  }

  dispose(): void {
    this.node.destroy({ children: true });
    this.textures.dispose();
  }

  private addSprite(): void {
    const sprite = new Sprite(Texture.EMPTY);
    this.sprites.push(sprite);
    this.node.addChild(sprite);
  }

  /** @returns false where the particle would not be seen. */
  private place(sprite: Sprite, particle: Particle, opacity: number, context: PaintContext): boolean {
    const area = toOutput(squareAround(particle), context);
    const outside =
      area.x >= context.output.width ||
      area.y >= context.output.height ||
      area.x + area.width <= 0 ||
      area.y + area.height <= 0;
    if (outside || isCovered(area, context.cover)) return false;
    const texture = this.textures.get(particle.shape, area.width / 2);
    sprite.texture = texture;
    sprite.position.set(area.x, area.y);
    sprite.scale.set(area.width / texture.width, area.height / texture.height);
    sprite.alpha = particle.opacity * opacity;
    return true;
  }
}

function squareAround({ x, y, radius }: Particle): Rect {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}
