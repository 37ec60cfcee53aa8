import { analyseHighlights } from '#engine/media/analyse-highlights.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { HighlightsWorker } from '#protocol/highlights.ts';

exposeWorker<HighlightsWorker>({
  analyse: ({ bytes, name }, onProgress) => analyseHighlights(bytes, name, onProgress),
});
