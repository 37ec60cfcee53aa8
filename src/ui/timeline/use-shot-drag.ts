import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { shotsOf, type Timeline } from '#core/timeline/timeline.ts';
import { followDrag } from '../parts/pointer-drag.ts';
import { frameAtPosition } from '../view/seek.ts';

export interface ShotDrag {
  /** The shot in hand and the place that it would take, both from 0. */
  readonly drag: { readonly shot: number; readonly to: number } | null;
  onPointerDown(shot: number, event: ReactPointerEvent<HTMLElement>): void;
  /** Puts the shot back where it was. */
  cancel(): void;
}

/** Drag a shot to another place. `row` is the element that shows the whole video. */
export function useShotDrag(
  timeline: Timeline,
  row: React.RefObject<HTMLElement | null>,
  onMove: (shot: number, to: number) => void,
): ShotDrag {
  const [drag, setDrag] = useState<ShotDrag['drag']>(null);
  const cancel = useRef<() => void>(() => undefined);
  useEffect(() => () => cancel.current(), []);
  const onPointerDown = useCallback(
    (shot: number, down: ReactPointerEvent<HTMLElement>) => {
      if (down.button !== 0) return;
      let to = shot;
      cancel.current = followDrag(down, {
        onStart: () => setDrag({ shot, to }),
        onMove: (event) => {
          const box = row.current?.getBoundingClientRect();
          if (!box) return;
          to = shotAt(timeline, frameAtPosition(event.clientX - box.left, box.width, timeline.durationFrames));
          setDrag({ shot, to });
        },
        onDrop: () => to !== shot && onMove(shot, to),
        onEnd: () => {
          cancel.current = () => undefined;
          setDrag(null);
        },
      });
    },
    [timeline, row, onMove],
  );
  return { drag, onPointerDown, cancel: () => cancel.current() };
}

function shotAt(timeline: Timeline, frame: number): number {
  return Math.max(
    0,
    shotsOf(timeline).findLastIndex((clip) => clip.start <= frame),
  );
}
