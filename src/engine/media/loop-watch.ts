/** Rounds shorter than this, in seconds, are not worth a second decoder. */
const SHORTEST_ROUND = 0.5;

/** How long before its expected end, in seconds, the next round is got ready. */
const AHEAD = 0.4;

/** A round begins at most so much earlier than the one before, in seconds: the speed decides which times are asked for. */
const EARLIER = 0.1;

/** Notices that a clip starts over again and again. Times in seconds. */
export class LoopWatch {
  #last: number | null = null;
  #round: { readonly from: number; readonly to: number } | null = null;

  /**
   * @param time that is asked for now.
   * @returns where the next round is expected to begin, once its beginning is near; else null.
   */
  note(time: number): number | null {
    const last = this.#last;
    this.#last = time;
    if (last !== null && time < last) {
      this.#round = last - time >= SHORTEST_ROUND ? { from: time, to: last } : null;
      return null;
    }
    if (!this.#round || time < this.#round.to - AHEAD) return null;
    return Math.max(0, this.#round.from - EARLIER);
  }
}
