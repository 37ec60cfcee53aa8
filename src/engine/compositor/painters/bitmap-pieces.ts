import { Container, ImageSource, Rectangle, Sprite, Texture } from 'pixi.js';
import type { Point, Rect } from '#core/geometry.ts';

/** Parts of one painted picture, drawn pixel for pixel where they belong. Owns the picture. */
export class BitmapPieces {
  readonly node = new Container();
  private readonly source: ImageSource;

  /**
   * @param pieces whole pixels of `image`.
   * @param origin where the picture's top left lies, in output pixels.
   */
  constructor(
    private readonly image: ImageBitmap,
    pieces: readonly Rect[],
    origin: Point = { x: 0, y: 0 },
  ) {
    this.source = new ImageSource({ resource: image });
    for (const { x, y, width, height } of pieces) {
      const sprite = new Sprite(new Texture({ source: this.source, frame: new Rectangle(x, y, width, height) }));
      sprite.position.set(origin.x + x, origin.y + y);
      this.node.addChild(sprite);
    }
  }

  dispose(): void {
    this.node.destroy({ children: true, texture: true });
    this.source.destroy();
    this.image.close();
  }
}
