/** What the clock worker answers to. Its timers keep their time while the page is hidden; the page's own do not. */
export interface ClockWorker {
  /** Resolves after so many milliseconds. @param id for `cancel`; chosen by the caller, used once. */
  wait(id: number, milliseconds: number): Promise<void>;
  /** Lets a wait end now. */
  cancel(id: number): void;
}
