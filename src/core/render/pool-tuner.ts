/** One size is measured over at least so many milliseconds and frames: single frames differ too much. */
const WINDOW_MS = 1500;
const WINDOW_FRAMES = 45;

/** One worker more has to bring so much, as a factor: less is noise, and each costs memory. */
const WORTHWHILE_GAIN = 1.08;

/**
 * Finds out how many workers are worth it, while they work: as long as one more brings more frames a second, there is
 * one more. What a machine's cores, its encoder and its memory bus allow together cannot be known beforehand: with the
 * software encoder two cores are nearly full with one worker, with an encoder in hardware they are not.
 */
export class PoolTuner {
  readonly #most: number;
  #size: number;
  #settled = false;
  /** Frames per second with one worker less. */
  #before: number | null = null;
  /** Workers that have given a frame at this size. */
  readonly #working = new Set<number>();
  #window: { readonly start: number; frames: number } | null = null;

  /** @param most at least 1. */
  constructor(start: number, most: number) {
    this.#most = Math.max(1, most);
    this.#size = Math.min(Math.max(1, start), this.#most);
    this.#settled = this.#size === this.#most;
  }

  /** How many workers should be at work, at least 1. */
  get size(): number {
    return this.#size;
  }

  /** True once nothing more is tried. */
  get settled(): boolean {
    return this.#settled;
  }

  /**
   * A worker has done some frames.
   * @param worker counted from 0.
   * @param now in milliseconds.
   */
  note(worker: number, frames: number, now: number): void {
    if (this.#settled) return;
    this.#working.add(worker);
    if (!this.#window) {
      // A worker that has just begun loads fonts and photos first: it counts from its first frame on.
      if (this.#working.size >= this.#size) this.#window = { start: now, frames: 0 };
      return;
    }
    this.#window.frames += frames;
    const elapsed = now - this.#window.start;
    if (elapsed < WINDOW_MS || this.#window.frames < WINDOW_FRAMES) return;
    this.#judge((this.#window.frames * 1000) / elapsed);
  }

  #judge(speed: number): void {
    this.#window = null;
    this.#working.clear();
    if (this.#before !== null && speed < this.#before * WORTHWHILE_GAIN) {
      this.#size--;
      this.#settled = true;
      return;
    }
    this.#before = speed;
    if (this.#size === this.#most) this.#settled = true;
    else this.#size++;
  }
}
