import { useEffect, useState } from 'react';

/** The time in milliseconds since 1970, which moves on each second while `ticking`, and with each rendering. */
export function useNow(ticking: boolean): number {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return Date.now();
}
