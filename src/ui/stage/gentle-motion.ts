import { useEffect, useRef, useState } from 'react';
import { useMediaQuery } from '../parts/media-query.ts';
import { useRunningJob } from '../state/exports.ts';

/** From one picture to the next, in milliseconds: a slow drift needs no more, and each one costs a repaint. */
const STEP_MS = 80;
/** Without a sign of a person for this long, nobody looks, in milliseconds. */
const UNATTENDED_MS = 15_000;

/**
 * Draws decoration that moves slowly: once at 0, then again and again while there is somebody to see it and nothing
 * that needs the processor more. `draw` gets the seconds that it has moved so far.
 */
export function useGentleMotion(draw: (seconds: number) => void): void {
  const unwanted = useMediaQuery('(prefers-reduced-motion: reduce)');
  const attended = useAttended();
  const exporting = useRunningJob() !== null;
  const moving = attended && !unwanted && !exporting;
  const latestDraw = useRef(draw);
  const seconds = useRef(0);
  useEffect(() => {
    latestDraw.current = draw;
  }, [draw]);
  useEffect(() => {
    latestDraw.current(seconds.current);
    if (!moving) return;
    const timer = setInterval(() => {
      seconds.current += STEP_MS / 1000;
      latestDraw.current(seconds.current);
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [moving]);
}

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'dragover', 'focus'] as const;

/** True while the page is seen and somebody is at it. */
function useAttended(): boolean {
  const [attended, setAttended] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => setAttended(false);
    const stay = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') return leave();
      timer = setTimeout(leave, UNATTENDED_MS);
      setAttended(true);
    };
    stay();
    for (const sign of SIGNS) window.addEventListener(sign, stay, { passive: true });
    document.addEventListener('visibilitychange', stay);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, stay);
      document.removeEventListener('visibilitychange', stay);
    };
  }, []);
  return attended;
}
