/** Progress is told at most this often, in milliseconds: each telling wakes the page. */
const TELL_INTERVAL = 100;

/** Tells now and then, and leaves out what comes between. */
export function throttled<T>(report: (progress: T) => void): (progress: T) => void {
  let reportedAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - reportedAt < TELL_INTERVAL) return;
    reportedAt = now;
    report(progress);
  };
}
