import type { Size } from '#core/geometry.ts';
import type { PictureColours } from './picture-colours.ts';
import { type PicturePlaces, type PicturePlanes, pictureOf, placesIn } from './picture-planes.ts';
import { type Turn, turnedSize, turnPlane } from './turn-plane.ts';

/** Planes of pictures turned as a player would turn them: I420, in the colours that they had. */
export class UprightPlanes implements PicturePlanes {
  readonly places: PicturePlaces;
  readonly colours: PictureColours;
  readonly stated: VideoColorSpaceInit;
  readonly #source: PicturePlanes;
  readonly #lying: Size;
  readonly #size: Size;
  readonly #turn: Turn;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  /** @param lying size of the source's planes. */
  constructor(source: PicturePlanes, lying: Size, turn: Turn) {
    this.#source = source;
    this.#lying = lying;
    this.#size = turnedSize(lying, turn);
    this.#turn = turn;
    this.#bytes = new Uint8Array((lying.width * lying.height * 3) / 2);
    this.places = placesIn('I420', this.#size);
    this.colours = source.colours;
    this.stated = source.stated;
  }

  canPass(): boolean {
    return false;
  }

  async read(frame: VideoFrame): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = await this.#source.read(frame);
    if (!bytes) return null;
    const { width, height } = this.#lying;
    const half = { width: width / 2, height: height / 2 };
    const { luma, cb, cr } = this.#source.places;
    turnPlane(bytes, luma, this.#lying, this.#turn, this.#bytes);
    turnPlane(bytes, cb, half, this.#turn, this.#bytes.subarray(this.places.cb.offset));
    turnPlane(bytes, cr, half, this.#turn, this.#bytes.subarray(this.places.cr.offset));
    return this.#bytes;
  }

  picture(timing: Pick<VideoFrame, 'timestamp' | 'duration'>): VideoFrame {
    return pictureOf(this.#bytes, 'I420', this.#size, this.stated, timing);
  }
}
