import type { ClockWorker } from '#protocol/clock.ts';

/** Waits of one thread, by the number that their caller chose. */
export class ClockWaits implements ClockWorker {
  readonly #ends = new Map<number, () => void>();

  wait(id: number, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#ends.delete(id);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.#ends.set(id, end);
    });
  }

  cancel(id: number): void {
    this.#ends.get(id)?.();
  }
}
