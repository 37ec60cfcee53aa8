import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react';

/** How far a pointer travels before a press becomes a drag, in CSS pixels. */
const DRAG_THRESHOLD = 6;
/** How long a finger rests before it drags instead of scrolling, in milliseconds. */
const HOLD_MS = 280;

export interface Reorder {
  /** The item in hand, and the place it would take. */
  readonly drag: { readonly id: string; readonly over: number } | null;
  /** Goes on each item, whose element carries `data-reorder-id`. */
  onPointerDown(event: ReactPointerEvent<HTMLElement>): void;
}

/** Drag to reorder, by mouse, pen, or a finger that rests first. Items carry `data-reorder-id` and lie in one list. */
export function useReorder(ids: readonly string[], onMove: (id: string, toIndex: number) => void): Reorder {
  const [drag, setDrag] = useState<Reorder['drag']>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const onPointerDown = useCallback(
    (down: ReactPointerEvent<HTMLElement>) => {
      const id = down.currentTarget.dataset.reorderId;
      const list = down.currentTarget.closest('ul');
      if (id === undefined || !list || down.button !== 0) return;
      stop.current();
      let over: number | null = null;
      const lift = () => {
        over = ids.indexOf(id);
        setDrag({ id, over });
      };
      const hold = down.pointerType === 'touch' ? setTimeout(lift, HOLD_MS) : undefined;
      const move = (event: PointerEvent) => {
        const travelled = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > DRAG_THRESHOLD;
        if (over === null && travelled) {
          if (down.pointerType === 'touch') return end();
          lift();
        }
        if (over === null) return;
        over = indexUnder(list, event) ?? over;
        setDrag({ id, over });
      };
      const holdStill = (event: TouchEvent) => over !== null && event.preventDefault();
      const drop = () => {
        if (over !== null) {
          onMove(id, over);
          swallowNextClick();
        }
        end();
      };
      const end = () => {
        clearTimeout(hold);
        setDrag(null);
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', drop);
        window.removeEventListener('pointercancel', end);
        window.removeEventListener('touchmove', holdStill);
        stop.current = () => undefined;
      };
      stop.current = end;
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', drop);
      window.addEventListener('pointercancel', end);
      window.addEventListener('touchmove', holdStill, { passive: false });
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

/** The press that ends a drag is not a click on what lies under it. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
