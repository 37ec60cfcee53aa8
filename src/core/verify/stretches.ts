/** Frames in a row, both ends included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export function lengthOf({ first, last }: Stretch): number {
  return last - first + 1;
}

/** Finds where something holds for several frames in a row, as frames come in. */
export class StretchFinder {
  #open: Stretch | null = null;

  /** @returns the stretch that the frame before this one has ended, if it did. */
  add(frame: number, holds: boolean): Stretch | null {
    if (holds) {
      this.#open = { first: this.#open?.first ?? frame, last: frame };
      return null;
    }
    return this.finish();
  }

  /** The stretch that is still open. */
  finish(): Stretch | null {
    const ended = this.#open;
    this.#open = null;
    return ended;
  }
}

/** The longest `most` of them, in order. */
export function longestStretches<T extends Stretch>(stretches: readonly T[], most: number): T[] {
  return [...stretches]
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, most)
    .sort((a, b) => a.first - b.first);
}
