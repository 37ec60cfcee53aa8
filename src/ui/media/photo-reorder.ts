import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { followDrag } from '../parts/pointer-drag.ts';

export interface Reorder {
  /** The item in hand, and the place it would take. */
  readonly drag: { readonly id: string; readonly over: number } | null;
  /** Goes on each item, whose element carries `data-reorder-id`. */
  onPointerDown(event: ReactPointerEvent<HTMLElement>): void;
}

/** Drag to reorder. Items carry `data-reorder-id` and lie in one list. */
export function useReorder(ids: readonly string[], onMove: (id: string, toIndex: number) => void): Reorder {
  const [drag, setDrag] = useState<Reorder['drag']>(null);
  const cancel = useRef<() => void>(() => undefined);
  useEffect(() => () => cancel.current(), []);
  const onPointerDown = useCallback(
    (down: ReactPointerEvent<HTMLElement>) => {
      const id = down.currentTarget.dataset.reorderId;
      const list = down.currentTarget.closest('ul');
      if (id === undefined || !list || down.button !== 0) return;
      const from = ids.indexOf(id);
      let over = from;
      cancel.current();
      cancel.current = followDrag(down, {
        onStart: () => setDrag({ id, over }),
        onMove: (event) => {
          over = indexUnder(list, event) ?? over;
          setDrag({ id, over });
        },
        onDrop: () => over !== from && onMove(id, over),
        onEnd: () => {
          cancel.current = () => undefined;
          setDrag(null);
        },
      });
    },
    [ids, onMove],
  );
  return { drag, onPointerDown };
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
