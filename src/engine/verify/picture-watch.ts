import type { Size } from '#core/geometry.ts';
import { chooseFrames, scenesDiffer } from '#core/verify/choose-frames.ts';
import type { ComparedFrame } from '#core/verify/misplaced.ts';
import { blockMeans, isBlack, isStill, likeness, lumaPoints } from '#core/verify/picture-measures.ts';
import { lengthOf, type Stretch, StretchFinder } from '#core/verify/stretches.ts';
import type { DrawnFrames } from './drawn-frames.ts';
import type { ReadPicture } from './picture-reader.ts';

/** A standstill shorter than this is not seen, in seconds. */
const SHORTEST_STANDSTILL_SECONDS = 0.3;

export interface StillStretch extends Stretch {
  /** What the file shows at its end, as block means. */
  readonly found: Float32Array;
}

interface Seen {
  readonly frame: number;
  readonly picture: ReadPicture;
  readonly points: Uint8Array;
}

/** Looks at every decoded frame, in order; keeps what is suspicious, and compares some with the compositor's. */
export class PictureWatch {
  lowestDecibels = Number.POSITIVE_INFINITY;
  readonly compared: ComparedFrame[] = [];
  readonly black: Stretch[] = [];
  readonly still: StillStretch[] = [];
  readonly #chosen: ReadonlySet<number>;
  readonly #blackFinder = new StretchFinder();
  readonly #stillFinder = new StretchFinder();
  readonly #shortestStandstill: number;
  #before: Seen | null = null;

  constructor(
    private readonly drawn: DrawnFrames,
    private readonly size: Size,
  ) {
    const { timeline } = drawn;
    this.#chosen = new Set(chooseFrames(timeline));
    const { numerator, denominator } = timeline.frameRate;
    this.#shortestStandstill = Math.ceil((SHORTEST_STANDSTILL_SECONDS * numerator) / denominator);
  }

  async see(frame: number, picture: ReadPicture): Promise<void> {
    const points = lumaPoints(picture.luma, this.size);
    this.#keepBlack(this.#blackFinder.add(frame, isBlack(points)));
    if (this.#before && !isStill(this.#before.points, points)) this.#keepStill(this.#stillFinder.finish());
    this.#stillFinder.add(frame, true);
    if (this.#chosen.has(frame)) await this.#compare(frame, picture);
    this.#before = { frame, picture, points };
  }

  finish(): void {
    this.#keepBlack(this.#blackFinder.finish());
    this.#keepStill(this.#stillFinder.finish());
  }

  #keepBlack(ended: Stretch | null): void {
    if (ended) this.black.push(ended);
  }

  /** Called while the stretch's last picture is the one before. */
  #keepStill(ended: Stretch | null): void {
    if (!ended || !this.#before || lengthOf(ended) < this.#shortestStandstill) return;
    if (!scenesDiffer(this.drawn.timeline, ended.first, ended.last)) return;
    this.still.push({ ...ended, found: blockMeans(this.#before.picture.luma, this.size) });
  }

  async #compare(frame: number, picture: ReadPicture): Promise<void> {
    const drawn = await this.drawn.draw(frame);
    this.lowestDecibels = Math.min(this.lowestDecibels, likeness(picture.i420(), drawn, this.size));
    this.compared.push({
      frame,
      found: blockMeans(picture.luma, this.size),
      drawn: blockMeans(drawn, this.size),
    });
  }
}
