import { useEffect, useState } from 'react';

/**
 * Counts up to `total`, `step` at a time with a task for each: hundreds of rows made in one go would hold up the page.
 * What was counted once stays, so that a row added later comes at once.
 */
export function useGrowingCount(total: number, step: number): number {
  const [count, setCount] = useState(step);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setCount(count + step));
    return () => clearTimeout(timer);
  }, [count, total, step]);
  return Math.min(count, total);
}
