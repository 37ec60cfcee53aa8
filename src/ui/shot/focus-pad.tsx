import type { PointerEvent } from 'react';
import type { MediaItem } from '#core/project/project.ts';
import { Field } from '../parts/field.tsx';
import { useThumbnail } from '../state/media.ts';
import { t } from '../words/words.ts';
import { FocusRing } from './focus-ring.tsx';
import { useFocusPoint } from './use-focus-point.ts';

/** The picture with a ring on what has to stay in view: drag it, or move it with the arrow keys. */
export function FocusPad({ item }: { item: MediaItem }) {
  const thumbnail = useThumbnail(item.assetId);
  const { percent, setFocus, slider } = useFocusPoint(item, t`Point to keep in view`);
  const followPointer = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setFocus({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }, 'focus');
  };
  return (
    <Field title={t`Keep in view`}>
      <div className="flex justify-center rounded-control bg-ink p-2">
        <div
          {...slider}
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
          <span className="absolute -translate-1/2" style={{ left: `${percent.x}%`, top: `${percent.y}%` }}>
            <FocusRing />
          </span>
        </div>
      </div>
    </Field>
  );
}
