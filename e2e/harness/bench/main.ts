import { wrap } from 'comlink';
import { PoolSizes } from '#app/exports/pool-size.ts';
import { RenderClient } from '#clients/render-client.ts';
import { RenderPool } from '#clients/render-pool.ts';
import { PoolTuner } from '#core/render/pool-tuner.ts';
import type { ExportBench } from './worker.ts';

/** For the bench: the product's render in a worker of its own, beside its encoder alone, and in pools of workers. */
declare global {
  interface Window {
    exportBench: ReturnType<typeof wrap<ExportBench>>;
    renderWithPool: typeof renderWithPool;
    findPoolSize: typeof findPoolSize;
  }
}

/** The pictures of the prepared video, drawn by `size` workers. @returns milliseconds, the workers' start included. */
async function renderWithPool(size: number): Promise<number> {
  return await render(new PoolTuner(size, size));
}

/** As the product finds it: by a render. */
async function findPoolSize(): Promise<number> {
  const prober = new RenderClient();
  try {
    const tuner = await new PoolSizes(() => prober.probe()).open();
    await render(tuner);
    return tuner.size;
  } finally {
    prober.stop();
  }
}

async function render(tuner: PoolTuner): Promise<number> {
  const { request, segments } = await window.exportBench.poolRequest();
  const pool = new RenderPool(tuner);
  const started = performance.now();
  try {
    const open = { segments, sound: false };
    const receiver = { onPart: async () => {}, onFrames: () => {} };
    await pool.render(request, open, receiver, new AbortController().signal);
    return performance.now() - started;
  } finally {
    pool.stop();
    await window.exportBench.removeParts();
  }
}

window.exportBench = wrap<ExportBench>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
window.renderWithPool = renderWithPool;
window.findPoolSize = findPoolSize;
