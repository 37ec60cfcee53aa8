import { useEffect, useRef } from 'react';
import { createStore } from 'zustand/vanilla';

/** Files that are dropped or pasted go to the page that wants them; without one, into the video that is being made. */
export interface DropTaker {
  /** Shown while files hang over the window. */
  readonly label: string;
  readonly take: (files: readonly File[]) => void;
}

export const dropTaker = createStore<{ readonly taker: DropTaker | null }>(() => ({ taker: null }));

/** For as long as the page is shown. */
export function useDropTaker(label: string, take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const taker: DropTaker = { label, take: (files) => latest.current(files) };
    dropTaker.setState({ taker });
    return () => dropTaker.setState({ taker: null });
  }, [label]);
}
