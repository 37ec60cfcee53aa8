import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { scrubShare } from './scrub-share.ts';

/** A pointer that lies still for so long, in milliseconds, asks to be shown something. */
const REST_MS = 600;
/** A finger that stays for so long is no longer scrolling, in milliseconds. */
const LONG_PRESS_MS = 350;
/** A finger never lies quite still, in pixels. */
const TREMBLE = 8;

export interface Scrub {
  /** Where in the clip the pointer is, 0 to 1; null where there is none. */
  readonly at: number | null;
  /** Whether it lies still over the picture. */
  readonly isResting: boolean;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerLeave: () => void;
    readonly onPointerCancel: () => void;
    readonly onClickCapture: (event: MouseEvent) => void;
    readonly onContextMenu: (event: MouseEvent) => void;
  };
}

/** A pointer that goes over a picture to look through its clip: a mouse as it is, a finger after a long press. */
export function useScrub(picture: RefObject<HTMLElement | null>): Scrub {
  const [at, setAt] = useState<number | null>(null);
  const [isResting, setResting] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const finger = useRef<{ readonly x: number; isScrubbing: boolean } | null>(null);
  const scrubbed = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const element = picture.current;
    // React listens passively: a list that scrolls under a finger which looks through a clip would take it away.
    const stay = (event: TouchEvent) => finger.current?.isScrubbing && event.preventDefault();
    element?.addEventListener('touchmove', stay, { passive: false });
    return () => element?.removeEventListener('touchmove', stay);
  }, [picture]);

  const follow = (x: number) => {
    if (picture.current) setAt(scrubShare(x, picture.current.getBoundingClientRect()));
  };
  const leave = () => {
    clearTimeout(timer.current);
    finger.current = null;
    setAt(null);
    setResting(false);
  };
  return {
    at,
    isResting,
    handlers: {
      onPointerDown({ pointerType, clientX: x }) {
        scrubbed.current = false;
        if (pointerType !== 'touch') return;
        const pressed = { x, isScrubbing: false };
        finger.current = pressed;
        timer.current = setTimeout(() => {
          pressed.isScrubbing = true;
          scrubbed.current = true;
          follow(x);
        }, LONG_PRESS_MS);
      },
      onPointerMove({ pointerType, clientX: x }) {
        if (pointerType === 'touch') {
          if (finger.current?.isScrubbing) follow(x);
          else if (finger.current && Math.abs(x - finger.current.x) > TREMBLE) leave();
          return;
        }
        follow(x);
        setResting(false);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setResting(true), REST_MS);
      },
      onPointerUp: () => finger.current && leave(),
      onPointerLeave: leave,
      onPointerCancel: leave,
      // The end of a long press is no tap.
      onClickCapture: (event) => scrubbed.current && event.stopPropagation(),
      onContextMenu: (event) => finger.current && event.preventDefault(),
    },
  };
}
