import { type PointerEvent as ReactPointerEvent, useCallback } from 'react';
import { shotsOf, type Timeline } from '#core/timeline/timeline.ts';
import { usePointerDrag } from '../parts/use-pointer-drag.ts';
import { frameAtPosition } from '../view/seek.ts';

/** The shot in hand and the place that it would take, both from 0. */
export interface LiftedShot {
  readonly shot: number;
  readonly to: number;
}

export interface ShotDrag {
  readonly drag: LiftedShot | null;
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
  const { held, begin, cancel } = usePointerDrag<LiftedShot>();
  const onPointerDown = useCallback(
    (shot: number, down: ReactPointerEvent<HTMLElement>) => {
      if (down.button !== 0) return;
      begin(down, {
        from: { shot, to: shot },
        at: (event) => {
          const box = row.current?.getBoundingClientRect();
          if (!box) return undefined;
          const frame = frameAtPosition(event.clientX - box.left, box.width, timeline.durationFrames);
          return { shot, to: shotAt(timeline, frame) };
        },
        drop: ({ to }) => to !== shot && onMove(shot, to),
      });
    },
    [timeline, row, onMove, begin],
  );
  return { drag: held, onPointerDown, cancel };
}

function shotAt(timeline: Timeline, frame: number): number {
  return Math.max(
    0,
    shotsOf(timeline).findLastIndex((clip) => clip.start <= frame),
  );
}
