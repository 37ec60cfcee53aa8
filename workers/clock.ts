import type { ClockWorker } from '#protocol/clock.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';

const waits = new Map<number, () => void>();

exposeWorker<ClockWorker>({
  wait(id, milliseconds) {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        waits.delete(id);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      waits.set(id, end);
    });
  },

  cancel(id) {
    waits.get(id)?.();
  },
});
