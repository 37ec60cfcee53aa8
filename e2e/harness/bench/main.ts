import { wrap } from 'comlink';
import type { ExportBench } from './worker.ts';

/** For the bench: the product's render in a worker of its own, beside its encoder alone. */
declare global {
  interface Window {
    exportBench: ReturnType<typeof wrap<ExportBench>>;
  }
}

window.exportBench = wrap<ExportBench>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
