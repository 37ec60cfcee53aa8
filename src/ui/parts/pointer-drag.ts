/** How far a pointer travels before a press becomes a drag, in CSS pixels. */
const DRAG_THRESHOLD = 6;
/** How long a finger rests before it drags instead of scrolling, in milliseconds. */
const HOLD_MS = 280;

/** Where a pointer went down, and of which kind it is. */
export type Press = Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerType'>;

export interface DragHandlers {
  /** Called once, when the press has become a drag. */
  onStart(): void;
  onMove(event: PointerEvent): void;
  /** Not called when the drag is cancelled (Escape, or the browser takes the pointer away). */
  onDrop(): void;
  /** Once after every press, dragged or not. */
  onEnd(): void;
}

/**
 * Follows one press by mouse, pen, or a finger that rests first. The click that ends a drag is swallowed.
 * @param atOnce begins a finger's drag without the rest: for handles, which nothing scrolls by.
 * @returns a function that cancels, and does nothing once the press is over.
 */
export function followDrag(down: Press, { onStart, onMove, onDrop, onEnd }: DragHandlers, atOnce = false): () => void {
  let dragging = false;
  let over = false;
  const start = () => {
    dragging = true;
    onStart();
  };
  const isFinger = down.pointerType === 'touch' && !atOnce;
  const hold = isFinger ? setTimeout(start, HOLD_MS) : undefined;
  const move = (event: PointerEvent) => {
    const travelled = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > DRAG_THRESHOLD;
    if (!dragging && travelled) {
      if (isFinger) return end();
      start();
    }
    if (dragging) onMove(event);
  };
  const drop = () => {
    if (dragging) {
      onDrop();
      swallowNextClick();
    }
    end();
  };
  const holdStill = (event: TouchEvent) => dragging && event.preventDefault();
  const cancelByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !dragging) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  function end(): void {
    if (over) return;
    over = true;
    clearTimeout(hold);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', drop);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('touchmove', holdStill);
    window.removeEventListener('keydown', cancelByKey, { capture: true });
    onEnd();
  }
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', drop);
  window.addEventListener('pointercancel', end);
  window.addEventListener('touchmove', holdStill, { passive: false });
  window.addEventListener('keydown', cancelByKey, { capture: true });
  return end;
}

/** The press that ends a drag is not a click on what lies under it. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
