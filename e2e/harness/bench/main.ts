import { wrap } from 'comlink';
import { choosePoolSize } from '#app/exports/pool-size.ts';
import { RenderPool } from '#clients/render-pool.ts';
import type { ExportBench } from './worker.ts';

/** For the bench: the product's render in a worker of its own, beside its encoder alone, and in pools of workers. */
declare global {
  interface Window {
    exportBench: ReturnType<typeof wrap<ExportBench>>;
    renderWithPool: typeof renderWithPool;
    chosenPoolSize: typeof choosePoolSize;
  }
}

/** The pictures of the prepared video, drawn by `size` workers. @returns milliseconds, the workers' start included. */
async function renderWithPool(size: number): Promise<number> {
  const { request, segments } = await window.exportBench.poolRequest();
  const pool = new RenderPool(size);
  const started = performance.now();
  try {
    const open = { segments, sound: false };
    await pool.render(
      request,
      open,
      async () => {},
      () => {},
      new AbortController().signal,
    );
    return performance.now() - started;
  } finally {
    pool.stop();
    await window.exportBench.removeParts();
  }
}

window.exportBench = wrap<ExportBench>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
window.renderWithPool = renderWithPool;
window.chosenPoolSize = choosePoolSize;
