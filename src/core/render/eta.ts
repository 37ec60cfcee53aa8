/** How far apart two measurements are at least, in seconds: single frames differ too much to predict by. */
const INTERVAL_SECONDS = 0.5;
/** So many recent intervals speak for the future. */
const MOST_INTERVALS = 41;
/** With fewer, no answer is better than a wrong one. */
const FEWEST_INTERVALS = 3;

/**
 * Predicts when a job of equal units ends, from the median pace of its recent past: a photo that takes long to decode,
 * or a machine that was asleep, moves it little. The clock is passed in, in seconds.
 */
export class EtaEstimator {
  readonly #total: number;
  #lastDone = 0;
  #lastTime: number;
  /** Seconds per unit of recent intervals, oldest first. */
  readonly #paces: number[] = [];

  constructor(total: number, now: number) {
    this.#total = total;
    this.#lastTime = now;
  }

  /** @returns seconds until the end, or null while there is too little to measure by. */
  update(done: number, now: number): number | null {
    if (done > this.#lastDone && now - this.#lastTime >= INTERVAL_SECONDS) {
      this.#paces.push((now - this.#lastTime) / (done - this.#lastDone));
      if (this.#paces.length > MOST_INTERVALS) this.#paces.shift();
      this.#lastDone = done;
      this.#lastTime = now;
    }
    if (this.#paces.length < FEWEST_INTERVALS) return null;
    return median(this.#paces) * (this.#total - done);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
