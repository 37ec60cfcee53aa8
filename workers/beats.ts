import { analyseBeats } from '#engine/beats/analyse-beats.ts';
import { createEssentiaTicks } from '#engine/beats/essentia-ticks.ts';
import type { BeatsWorker } from '#protocol/beats.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';

/** A long track comes in thousands of pieces: one report in this many milliseconds is enough. */
const REPORT_INTERVAL_MS = 100;

exposeWorker<BeatsWorker>({
  analyse({ bytes, name }, onProgress) {
    let reportedAt = Number.NEGATIVE_INFINITY;
    return analyseBeats({
      bytes,
      name,
      findTicks: createEssentiaTicks(),
      onProgress: (progress) => {
        const now = performance.now();
        if (now - reportedAt < REPORT_INTERVAL_MS) return;
        reportedAt = now;
        onProgress(progress);
      },
    });
  },
});
