import type { RenderCapabilities } from '#core/render/check-render.ts';
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
  readonly #capabilities: () => Promise<RenderCapabilities>;
  #found = 1;
  #settled = false;

  constructor(capabilities: () => Promise<RenderCapabilities>) {
    this.#capabilities = capabilities;
  }

  /** For a render of its own. @throws what finding out the browser's capabilities throws; so does `largest`. */
  async open(): Promise<PoolTuner> {
    return new PoolTuner(this.#found, await this.largest());
  }

  /** At most so many workers will draw the next video. */
  async largest(): Promise<number> {
    return this.#settled ? this.#found : mostWorkers(await this.#capabilities());
  }

  /** A render that has ended tells what it found. */
  note(tuner: PoolTuner): void {
    if (!tuner.settled) return;
    this.#found = tuner.size;
    this.#settled = true;
  }
}

/**
 * A software encoder fills a core with what one worker draws: on two cores a second worker made 70 frames/s of 82, and
 * trying it cost clips of 1080p 250 MB.
 */
function mostWorkers({ hardwareEncoder }: RenderCapabilities): number {
  const { hardwareConcurrency, deviceMemory = UNTOLD_GIBIBYTES } = navigator as NavigatorWithMemory;
  const cores = hardwareEncoder ? hardwareConcurrency : Math.max(1, hardwareConcurrency - 1);
  return Math.min(MOST_WORKERS, cores, Math.floor(deviceMemory / GIBIBYTES_PER_WORKER));
}

interface NavigatorWithMemory extends Navigator {
  readonly deviceMemory?: number;
}
