import type { KeyboardEvent, PointerEvent } from 'react';
import { clamp, type FocusPoint } from '#core/geometry.ts';
import type { MediaItem } from '#core/project/project.ts';
import { Field } from '../parts/field.tsx';
import { useThumbnail } from '../state/media.ts';
import { useChangeItem } from './use-change-item.ts';

/** One press of an arrow key, as a fraction of the picture. */
const KEY_STEP = 0.05;
const KEYS: Readonly<Record<string, FocusPoint>> = {
  ArrowLeft: { x: -KEY_STEP, y: 0 },
  ArrowRight: { x: KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: -KEY_STEP },
  ArrowDown: { x: 0, y: KEY_STEP },
};

/** The picture with a ring on what has to stay in view: drag it, or move it with the arrow keys. */
export function FocusPad({ item }: { item: MediaItem }) {
  const change = useChangeItem(item.id);
  const thumbnail = useThumbnail(item.assetId);
  const { focus } = item;
  const setFocus = (x: number, y: number) => change({ focus: { x: clamp(x, 0, 1), y: clamp(y, 0, 1) } }, 'focus');
  const followPointer = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setFocus((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    setFocus(focus.x + step.x, focus.y + step.y);
  };
  const percent = { x: Math.round(focus.x * 100), y: Math.round(focus.y * 100) };
  return (
    <Field title="Keep in view">
      <div className="flex justify-center rounded-control bg-ink p-2">
        {/* A point on a picture is two sliders in one; no native element holds both. */}
        <div
          role="slider"
          tabIndex={0}
          aria-label="Point to keep in view"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent.x}
          aria-valuetext={`${percent.x} percent from the left, ${percent.y} percent from the top`}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            followPointer(event);
          }}
          onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && followPointer(event)}
          className="relative cursor-crosshair touch-none select-none"
        >
          {thumbnail ? (
            <img src={thumbnail} alt="" draggable={false} className="block max-h-44 w-auto max-lg:max-h-40" />
          ) : (
            <div className="skeleton h-44 w-30" />
          )}
          <span
            aria-hidden
            className="pointer-events-none absolute size-7 -translate-1/2 rounded-full border-2 border-gold bg-gold/15 ring-2 ring-ink/70"
            style={{ left: `${percent.x}%`, top: `${percent.y}%` }}
          />
        </div>
      </div>
    </Field>
  );
}
