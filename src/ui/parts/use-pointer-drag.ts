import { useCallback, useEffect, useRef, useState } from 'react';
import { followDrag, type Press } from './pointer-drag.ts';

export interface DragSteps<Held> {
  /** What is in hand before the pointer has moved; nothing is where this is absent. */
  readonly from?: Held;
  /** What is in hand with the pointer there; undefined leaves it as it was. */
  readonly at: (event: PointerEvent) => Held | undefined;
  /** Not called when the drag is cancelled. */
  readonly drop: (held: Held) => void;
}

export interface PointerDrag<Held> {
  /** What is in hand; null between drags. */
  readonly held: Held | null;
  /** Follows a press that may become a drag (`followDrag`), in place of the one before. */
  begin(down: Press, steps: DragSteps<Held>, atOnce?: boolean): void;
  cancel(): void;
}

/** One drag at a time, which ends with the component at the latest. */
export function usePointerDrag<Held>(): PointerDrag<Held> {
  const [held, setHeld] = useState<Held | null>(null);
  const end = useRef<() => void>(() => undefined);
  const cancel = useCallback(() => end.current(), []);
  useEffect(() => cancel, [cancel]);
  const begin = useCallback((down: Press, { from, at, drop }: DragSteps<Held>, atOnce = false) => {
    end.current();
    let last = from;
    const take = (next: Held | undefined) => {
      if (next === undefined) return;
      last = next;
      setHeld(() => next);
    };
    end.current = followDrag(
      down,
      {
        onStart: () => take(from),
        onMove: (event) => take(at(event)),
        onDrop: () => last !== undefined && drop(last),
        onEnd: () => setHeld(null),
      },
      atOnce,
    );
  }, []);
  return { held, begin, cancel };
}
