import { MICROSECONDS_PER_SECOND } from '#core/units.ts';

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

/**
 * Waited for in so many steps: on a thread that was busy elsewhere a whole second is over before what the decoder gave
 * meanwhile is heard.
 */
const PATIENCE_STEPS = 10;

/** A picture's time comes back from the decoder in whole microseconds. In seconds. */
const ROUNDING = 1 / 2 / MICROSECONDS_PER_SECOND;

/**
 * Lets packets into the decoder as pictures come out of it and are taken. Those that lead up to the first one wanted
 * count as well: while the thread is busy elsewhere, a decoder that is given forty packets leaves forty pictures to it.
 */
export class DecodePace {
  /** Times of those that have gone in, in seconds, and are not taken yet or of no use. */
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
    while (!this.#ended && this.#inside.length >= this.depth.pictures) {
      const changed = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      if (!this.#asked) await changed;
      else if (await outlasted(changed)) this.depth.grow();
    }
    this.#inside = [...this.#inside, time];
  }

  /** Somebody waits for a picture from now on. */
  ask(): void {
    this.#asked = true;
    this.#wake();
  }

  /** The decoder gave the picture of this time, wanted or not. Pictures come out in the order of their times. */
  heard(time: number): void {
    this.#forget((other) => other < this.start && other <= time + ROUNDING);
  }

  /** A picture was handed on: those before it have been shown, or lost. */
  take(time: number): void {
    this.#asked = false;
    this.#forget((other) => other <= time + ROUNDING);
  }

  /** Holds nothing back any more. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  #forget(isGone: (time: number) => boolean): void {
    this.#inside = this.#inside.filter((time) => !isGone(time));
    this.#wake();
  }
}

/** True where `change` does not come for as long as patience goes. */
async function outlasted(change: Promise<void>): Promise<boolean> {
  for (let step = 0; step < PATIENCE_STEPS; step++) {
    if (!(await lasts(PATIENCE_MS / PATIENCE_STEPS, change))) return false;
  }
  return true;
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
