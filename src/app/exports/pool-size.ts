import { PoolTuner } from '#core/render/pool-tuner.ts';

/** Each worker holds decoded pictures and a canvas: about a quarter of a gibibyte with clips of 1080p. */
const GIBIBYTES_PER_WORKER = 1;
const MOST_WORKERS = 4;

/** Firefox and Safari do not tell; Chromium tells at most 8. */
const UNTOLD_GIBIBYTES = 4;

/**
 * How many workers draw one video. What a render finds out stands until the page is closed, and the next one begins
 * with it.
 */
export class PoolSizes {
  #found = 1;
  #settled = false;

  /** For a render of its own. */
  open(): PoolTuner {
    return new PoolTuner(this.#found, this.largest());
  }

  /** At most so many workers will draw the next video. */
  largest(): number {
    return this.#settled ? this.#found : mostWorkers();
  }

  /** A render that has ended tells what it found. */
  note(tuner: PoolTuner): void {
    if (!tuner.settled) return;
    this.#found = tuner.size;
    this.#settled = true;
  }
}

function mostWorkers(): number {
  const { deviceMemory = UNTOLD_GIBIBYTES } = navigator as { readonly deviceMemory?: number };
  return Math.min(MOST_WORKERS, navigator.hardwareConcurrency, Math.floor(deviceMemory / GIBIBYTES_PER_WORKER));
}
