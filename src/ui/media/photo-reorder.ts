import { type PointerEvent as ReactPointerEvent, useCallback } from 'react';
import { usePointerDrag } from '../parts/use-pointer-drag.ts';

/** The item in hand, and the place it would take. */
interface Lifted {
  readonly id: string;
  readonly over: number;
}

export interface Reorder {
  readonly drag: Lifted | null;
  /** Goes on each item, whose element carries `data-reorder-id`. */
  onPointerDown(event: ReactPointerEvent<HTMLElement>): void;
}

/** Drag to reorder. Items carry `data-reorder-id` and lie in one list. */
export function useReorder(ids: readonly string[], onMove: (id: string, toIndex: number) => void): Reorder {
  const { held, begin } = usePointerDrag<Lifted>();
  const onPointerDown = useCallback(
    (down: ReactPointerEvent<HTMLElement>) => {
      const id = down.currentTarget.dataset.reorderId;
      const list = down.currentTarget.closest('ul');
      if (id === undefined || !list || down.button !== 0) return;
      const from = ids.indexOf(id);
      begin(down, {
        from: { id, over: from },
        at: (event) => {
          const over = indexUnder(list, event);
          return over === null ? undefined : { id, over };
        },
        drop: ({ over }) => over !== from && onMove(id, over),
      });
    },
    [ids, onMove, begin],
  );
  return { drag: held, onPointerDown };
}

function indexUnder(list: Element, point: { clientX: number; clientY: number }): number | null {
  const items = [...list.querySelectorAll('[data-reorder-id]')];
  const index = items.findIndex((item) => {
    const box = item.getBoundingClientRect();
    const inRow = point.clientY >= box.top && point.clientY <= box.bottom;
    return inRow && point.clientX >= box.left && point.clientX <= box.right;
  });
  return index < 0 ? null : index;
}
