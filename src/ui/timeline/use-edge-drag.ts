import { type PointerEvent as ReactPointerEvent, useCallback } from 'react';
import { heldEnd } from '#core/project/edit-shots.ts';
import { snapFrame } from '#core/timeline/snap.ts';
import { shotsOf, type Timeline } from '#core/timeline/timeline.ts';
import { usePointerDrag } from '../parts/use-pointer-drag.ts';

/** How near a beat has to be to draw the edge, in CSS pixels. */
const SNAP_PIXELS = 10;

/** The shot whose end is in hand, and the frame where it would go. */
export interface HeldEdge {
  readonly shot: number;
  readonly end: number;
  readonly snapped: boolean;
}

export interface EdgeDrag {
  readonly drag: HeldEdge | null;
  onPointerDown(shot: number, event: ReactPointerEvent<HTMLElement>): void;
}

/** Drag the cut after a shot: to the beats, or anywhere while Alt is held. */
export function useEdgeDrag(
  timeline: Timeline,
  points: readonly number[],
  row: React.RefObject<HTMLElement | null>,
  onEnd: (shot: number, frame: number) => void,
): EdgeDrag {
  const { held, begin } = usePointerDrag<HeldEdge>();
  const onPointerDown = useCallback(
    (shot: number, down: ReactPointerEvent<HTMLElement>) => {
      const clip = shotsOf(timeline)[shot];
      if (down.button !== 0 || !clip) return;
      down.stopPropagation();
      const from = clip.start + clip.durationFrames;
      const at = (event: PointerEvent) => {
        const width = row.current?.clientWidth ?? 0;
        if (width === 0) return undefined;
        const perPixel = timeline.durationFrames / width;
        const asked = from + (event.clientX - down.clientX) * perPixel;
        const near = event.altKey ? asked : snapFrame(asked, points, SNAP_PIXELS * perPixel);
        const end = heldEnd(timeline, shot, near);
        return { shot, end, snapped: points.includes(end) };
      };
      begin(down, { at, drop: ({ end }) => end !== from && onEnd(shot, end) }, true);
    },
    [timeline, points, row, onEnd, begin],
  );
  return { drag: held, onPointerDown };
}
