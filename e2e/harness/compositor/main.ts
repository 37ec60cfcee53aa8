import { wrap } from 'comlink';
import type { CompositorHarness } from './worker.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** For the browser tests: the compositor in a worker of its own. */
export interface CompositorPage {
  readonly compositor: ReturnType<typeof wrap<CompositorHarness>>;
}

(globalThis as unknown as CompositorPage & { compositor: unknown }).compositor = wrap<CompositorHarness>(worker);
