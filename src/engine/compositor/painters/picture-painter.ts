import { Container, Graphics, ImageSource, Rectangle, Sprite, Texture } from 'pixi.js';
import type { Rect } from '#core/geometry.ts';
import { areaAround } from '#core/scene/occlusion.ts';
import type { PictureLayer } from '#core/scene/scene.ts';
import type { Picture } from '../compositor.ts';
import { type PaintContext, type Painter, toHardEdges } from './painter.ts';

/** A photo or one picture of a clip. The picture stays the frame source's: only textures of it are freed here. */
export class PicturePainter implements Painter<PictureLayer> {
  readonly node = new Container();
  private readonly sprite = new Sprite(Texture.EMPTY);
  private readonly window = new Graphics();
  private shown: Picture | null = null;
  private hole: Rect | null = null;

  constructor() {
    this.node.addChild(this.sprite);
  }

  paint(layer: PictureLayer, context: PaintContext): void {
    const picture = context.pictures.get(layer.picture);
    if (!this.shown || !sameView(this.shown, picture)) this.show(picture);
    const area = toHardEdges(layer.area, context);
    this.showPart(picture.crop, layer.part);
    const { frame } = this.sprite.texture;
    this.sprite.position.set(area.x, area.y);
    this.sprite.scale.set(area.width / frame.width, area.height / frame.height);
    this.sprite.alpha = layer.opacity;
    this.leaveOut(layer.opaque ? null : context.cover, area);
  }

  dispose(): void {
    this.freeTexture();
    this.node.destroy({ children: true });
    if (!this.window.destroyed) this.window.destroy();
  }

  private show(picture: Picture): void {
    const { source } = this.sprite.texture;
    const reusable = this.shown !== null && sameShape(this.shown, picture);
    this.shown = picture;
    if (reusable) {
      source.resource = picture.image;
      source.update();
      return;
    }
    this.freeTexture();
    const { x, y, width, height } = picture.crop;
    this.sprite.texture = new Texture({
      source: new ImageSource({ resource: picture.image }),
      frame: new Rectangle(x, y, width, height),
      // Otherwise the sprite keeps the size of the part that it showed first.
      dynamic: true,
    });
  }

  /** A large moving picture costs by the pixel: what an opaque layer hides is cut out of it. */
  private leaveOut(cover: Rect | null, area: Rect): void {
    if (sameRect(this.hole, cover)) return;
    this.hole = cover;
    this.sprite.mask = null;
    if (this.window.parent) this.node.removeChild(this.window);
    if (!cover) return;
    this.window.clear();
    for (const { x, y, width, height } of areaAround(area, cover)) this.window.rect(x, y, width, height);
    this.window.fill('#ffffff');
    this.node.addChild(this.window);
    this.sprite.mask = this.window;
  }

  /** A pan slides over one picture: only the texture's window moves. */
  private showPart(crop: Rect, part: Rect): void {
    const { texture } = this.sprite;
    const { frame } = texture;
    const x = crop.x + part.x * crop.width;
    const y = crop.y + part.y * crop.height;
    const [width, height] = [part.width * crop.width, part.height * crop.height];
    if (sameRect(frame, { x, y, width, height })) return;
    frame.x = x;
    frame.y = y;
    frame.width = width;
    frame.height = height;
    texture.orig.width = width;
    texture.orig.height = height;
    texture.update();
  }

  private freeTexture(): void {
    const { texture } = this.sprite;
    this.sprite.texture = Texture.EMPTY;
    if (texture !== Texture.EMPTY) texture.destroy(true);
  }
}

function sameView(a: Picture, b: Picture): boolean {
  return a.image === b.image && a.version === b.version && sameRect(a.crop, b.crop);
}

/** True where one texture can show first the one, then the other. */
function sameShape(a: Picture, b: Picture): boolean {
  return sameRect(a.crop, b.crop) && a.image.width === b.image.width && a.image.height === b.image.height;
}

function sameRect(a: Rect | null, b: Rect | null): boolean {
  if (!a || !b) return a === b;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
