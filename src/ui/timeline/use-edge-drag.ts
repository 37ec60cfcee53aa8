import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { heldEnd } from '#core/project/edit-shots.ts';
import { snapFrame } from '#core/timeline/snap.ts';
import { shotsOf, type Timeline } from '#core/timeline/timeline.ts';
import { followDrag } from '../parts/pointer-drag.ts';

/** How near a beat has to be to draw the edge, in CSS pixels. */
const SNAP_PIXELS = 10;

export interface EdgeDrag {
  /** The shot whose end is in hand, and the frame where it would go. */
  readonly drag: { readonly shot: number; readonly end: number; readonly snapped: boolean } | null;
  onPointerDown(shot: number, event: ReactPointerEvent<HTMLElement>): void;
}

/** Drag the cut after a shot: to the beats, or anywhere while Alt is held. */
export function useEdgeDrag(
  timeline: Timeline,
  points: readonly number[],
  row: React.RefObject<HTMLElement | null>,
  onEnd: (shot: number, frame: number) => void,
): EdgeDrag {
  const [drag, setDrag] = useState<EdgeDrag['drag']>(null);
  const cancel = useRef<() => void>(() => undefined);
  useEffect(() => () => cancel.current(), []);
  const onPointerDown = useCallback(
    (shot: number, down: ReactPointerEvent<HTMLElement>) => {
      const clip = shotsOf(timeline)[shot];
      if (down.button !== 0 || !clip) return;
      down.stopPropagation();
      const from = clip.start + clip.durationFrames;
      let end = from;
      cancel.current = followDrag(
        down,
        {
          onMove: (event) => {
            const width = row.current?.clientWidth ?? 0;
            if (width === 0) return;
            const perPixel = timeline.durationFrames / width;
            const asked = from + (event.clientX - down.clientX) * perPixel;
            const near = event.altKey ? asked : snapFrame(asked, points, SNAP_PIXELS * perPixel);
            end = heldEnd(timeline, shot, near);
            setDrag({ shot, end, snapped: points.includes(end) });
          },
          onDrop: () => end !== from && onEnd(shot, end),
          onEnd: () => {
            cancel.current = () => undefined;
            setDrag(null);
          },
        },
        true,
      );
    },
    [timeline, points, row, onEnd],
  );
  return { drag, onPointerDown };
}
