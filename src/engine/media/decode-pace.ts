/**
 * The library decodes up to 40 pictures ahead: of 1080p 120 MB for each clip that is open. A decoder gives its first
 * picture after those that it holds back: one for each of its threads, of which there are no more than cores (FFmpeg's
 * frame threads), and up to four to put them in order (x264's and x265's habits). Two more keep it busy.
 */
export function picturesAhead(cores: number): number {
  return Math.min(MOST_AHEAD, cores + 6);
}

/** FFmpeg starts no more threads for one video, whatever the machine has. */
const MOST_AHEAD = 20;

/** How many pictures of one clip go ahead: grows where its decoder turns out to hold back more. */
export class DecodeDepth {
  #pictures: number;

  constructor(pictures = picturesAhead(navigator.hardwareConcurrency)) {
    this.#pictures = pictures;
  }

  get pictures(): number {
    return this.#pictures;
  }

  grow(): void {
    this.#pictures *= 2;
  }
}

/** A decoder that gives nothing for so long while somebody waits may hold back more, or have lost some; milliseconds. */
const PATIENCE_MS = 1000;

/** Lets packets into the decoder as pictures are taken out of it. */
export class DecodePace {
  /** Times of those inside, in seconds. */
  #inside: readonly number[] = [];
  #asked = false;
  #ended = false;
  #wake: () => void = () => undefined;

  /** @param start earlier pictures only lead up to it: they are closed as they are decoded. */
  constructor(
    private readonly start: number,
    private readonly depth: DecodeDepth,
  ) {}

  /** Waits until there is room for the next packet. Call it for one after another. @param time in seconds. */
  async enter(time: number): Promise<void> {
    if (time < this.start) return;
    while (!this.#ended && this.#inside.length >= this.depth.pictures) {
      const changed = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      if (!this.#asked) await changed;
      else if (await lasts(PATIENCE_MS, changed)) this.depth.grow();
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
