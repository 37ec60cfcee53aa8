import { Container, Graphics } from 'pixi.js';
import type { Rect } from '#core/geometry.ts';

/** Rectangles of one colour. Nodes are reused: setting other rectangles allocates nothing once enough are there. */
export class SolidRects {
  readonly node = new Container();
  private colour = '';

  set(colour: string, rects: readonly Rect[]): void {
    if (colour !== this.colour) {
      this.clear();
      this.colour = colour;
    }
    while (this.node.children.length < rects.length) {
      this.node.addChild(new Graphics().rect(0, 0, 1, 1).fill(colour));
    }
    this.node.children.forEach((child, index) => {
      const rect = rects[index];
      child.visible = rect !== undefined;
      if (!rect) return;
      child.position.set(rect.x, rect.y);
      child.scale.set(rect.width, rect.height);
    });
  }

  dispose(): void {
    this.node.destroy({ children: true });
  }

  private clear(): void {
    for (const child of this.node.removeChildren()) child.destroy();
  }
}
