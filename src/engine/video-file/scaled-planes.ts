import type { Size } from '#core/geometry.ts';
import type { PictureColours } from './picture-colours.ts';
import { type PicturePlaces, type PicturePlanes, pictureOf, placesIn } from './picture-planes.ts';
import { loadKernel } from './scale/load-kernel.ts';
import { PlaneScaler } from './scale/plane-scaler.ts';

/** Planes of pictures in another size: I420, in the colours that they had. */
export class ScaledPlanes implements PicturePlanes {
  readonly places: PicturePlaces;
  readonly colours: PictureColours;
  readonly stated: VideoColorSpaceInit;
  readonly #source: PicturePlanes;
  readonly #scaler: PlaneScaler;
  readonly #size: Size;

  private constructor(source: PicturePlanes, scaler: PlaneScaler, size: Size) {
    this.#source = source;
    this.#scaler = scaler;
    this.#size = size;
    this.places = placesIn('I420', size);
    this.colours = source.colours;
    this.stated = source.stated;
  }

  /** @param from size of the source's planes; even in both directions, as is `to`. */
  static async open(source: PicturePlanes, from: Size, to: Size): Promise<ScaledPlanes> {
    return new ScaledPlanes(source, new PlaneScaler(await loadKernel(), from, to), to);
  }

  canPass(): boolean {
    return false;
  }

  async read(frame: VideoFrame): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = await this.#source.read(frame);
    if (!bytes) return null;
    this.#scaler.scale(bytes, this.#source.places);
    return this.#scaler.planes;
  }

  picture(timing: Pick<VideoFrame, 'timestamp' | 'duration'>): VideoFrame {
    return pictureOf(this.#scaler.planes, 'I420', this.#size, this.stated, timing);
  }
}
