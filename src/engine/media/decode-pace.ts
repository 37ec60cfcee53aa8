/**
 * The library decodes up to 40 pictures ahead: of 1080p 120 MB for each clip that is open. So many are enough for every
 * usual decoder, which gives its first picture after those that it holds back: to put them in order, and one for each of
 * its threads.
 */
export const PICTURES_AHEAD = 20;

/** A decoder that gives nothing for so long while somebody waits may hold back more, or have lost some; milliseconds. */
const PATIENCE_MS = 1000;

/** Lets packets into the decoder as pictures are taken out of it. */
export class DecodePace {
  /** Times of those inside, in seconds. */
  #inside: readonly number[] = [];
  #ahead = PICTURES_AHEAD;
  #asked = false;
  #ended = false;
  #wake: () => void = () => undefined;

  /** @param start earlier pictures only lead up to it: they are closed as they are decoded. */
  constructor(private readonly start: number) {}

  /** Waits until there is room for the next packet. Call it for one after another. @param time in seconds. */
  async enter(time: number): Promise<void> {
    if (time < this.start) return;
    while (!this.#ended && this.#inside.length >= this.#ahead) {
      const changed = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      if (!this.#asked) await changed;
      else if (await lasts(PATIENCE_MS, changed)) this.#ahead *= 2;
    }
    this.#inside = [...this.#inside, time];
  }

  /** Somebody waits for a picture from now on. */
  ask(): void {
    this.#asked = true;
    this.#wake();
  }

  /** A picture came out: those before it have been shown, or lost. */
  take(time: number): void {
    this.#asked = false;
    this.#inside = this.#inside.filter((other) => other > time);
    this.#wake();
  }

  /** Holds nothing back any more. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }
}

/** True where `change` does not come within `milliseconds`. */
async function lasts(milliseconds: number, change: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<true>((resolve) => {
    timer = setTimeout(() => resolve(true), milliseconds);
  });
  try {
    return await Promise.race([over, change.then(() => false)]);
  } finally {
    clearTimeout(timer);
  }
}
