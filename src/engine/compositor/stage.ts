import { Container } from 'pixi.js';
import type { Size } from '#core/geometry.ts';
import { coversAbove } from '#core/scene/occlusion.ts';
import type { Scene, SceneLayer } from '#core/scene/scene.ts';
import type { Pictures } from './compositor.ts';
import { CaptionPainter } from './painters/caption-painter.ts';
import { FillPainter } from './painters/fill-painter.ts';
import { FramePainter } from './painters/frame-painter.ts';
import { type Painter, toOutput } from './painters/painter.ts';
import { ParticlePainter } from './painters/particle-painter.ts';
import { PicturePainter } from './painters/picture-painter.ts';
import { TextPainter } from './painters/text-painter.ts';

type Kind = SceneLayer['kind'];

const PAINTERS: { [K in Kind]: new () => Painter<Extract<SceneLayer, { kind: K }>> } = {
  fill: FillPainter,
  particles: ParticlePainter,
  picture: PicturePainter,
  frame: FramePainter,
  text: TextPainter,
  caption: CaptionPainter,
};

/**
 * The Pixi scene graph of a composition. The n-th layer of a kind keeps its painter from scene to scene; painters that a
 * scene has no layer for are freed.
 */
export class Stage {
  readonly root = new Container();
  private readonly painters = new Map<string, Painter>();

  compose(scene: Scene, pictures: Pictures, output: Size): void {
    const { canvas } = scene;
    const scale = Math.min(output.width, output.height) / Math.min(canvas.width, canvas.height);
    const covers = coversAbove(scene);
    const unused = new Set(this.painters.keys());
    const counts: Partial<Record<Kind, number>> = {};
    scene.layers.forEach((layer, index) => {
      const count = counts[layer.kind] ?? 0;
      counts[layer.kind] = count + 1;
      const key = `${layer.kind} ${count}`;
      unused.delete(key);
      const painter = this.painterOf(key, layer.kind);
      const cover = covers[index] ?? null;
      painter.paint(layer, { output, canvas, scale, pictures, cover: cover && toOutput(cover, { output, canvas }) });
      if (this.root.children[index] !== painter.node) this.root.addChildAt(painter.node, index);
    });
    for (const key of unused) this.free(key);
  }

  dispose(): void {
    for (const key of [...this.painters.keys()]) this.free(key);
    this.root.destroy();
  }

  private painterOf(key: string, kind: Kind): Painter {
    const known = this.painters.get(key);
    if (known) return known;
    // Sound because the key holds the kind: this painter is only ever given layers of its own kind.
    const painter = new PAINTERS[kind]() as Painter;
    this.painters.set(key, painter);
    return painter;
  }

  private free(key: string): void {
    const painter = this.painters.get(key);
    if (!painter) return;
    this.root.removeChild(painter.node);
    painter.dispose();
    this.painters.delete(key);
  }
}
