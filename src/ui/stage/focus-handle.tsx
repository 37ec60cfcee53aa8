import type { PointerEvent as ReactPointerEvent } from 'react';
import { clamp, type FocusPoint } from '#core/geometry.ts';
import type { MediaItem } from '#core/project/project.ts';
import { shotViewAt } from '#core/scene/shot-view.ts';
import { isOnScreen, shotsOf, type Timeline } from '#core/timeline/timeline.ts';
import { usePointerDrag } from '../parts/use-pointer-drag.ts';
import { FocusRing } from '../shot/focus-ring.tsx';
import { useFocusPoint } from '../shot/use-focus-point.ts';
import { usePlayback } from '../state/preview.tsx';
import { useSelectedItem } from '../state/selection.ts';
import { useTimeline } from '../state/timeline.tsx';
import { t } from '../words/words.ts';

/** On the stage, while a shot that fills the frame is selected and stands still: the point that has to stay in view. */
export function FocusHandle() {
  const item = useSelectedItem();
  const timeline = useTimeline();
  const frame = usePlayback((state) => (state.playing ? -1 : state.frame));
  if (!item || !timeline) return null;
  const shot = shotsOf(timeline).findIndex((clip) => clip.itemId === item.id && isOnScreen(clip, frame));
  if (shot < 0 || item.fit !== 'cover') return null;
  return <Handle item={item} timeline={timeline} shot={shot} frame={frame} />;
}

interface HandleProps {
  readonly item: MediaItem;
  readonly timeline: Timeline;
  readonly shot: number;
  readonly frame: number;
}

/** It is dragged over a picture that stays; once it is dropped, the picture moves so that the point is in view. */
function Handle({ item, timeline, shot, frame }: HandleProps) {
  const { setFocus, slider } = useFocusPoint(item, t`Point to keep in view, on the video`);
  const { held, begin } = usePointerDrag<FocusPoint>();
  const view = shotViewAt(timeline, shot, frame);
  const planned = shotsOf(timeline)[shot]?.focus;
  if (!view || !planned) return null;
  const { canvas } = timeline;
  const place = view.toCanvas(held ?? planned);
  const onPointerDown = (down: ReactPointerEvent<HTMLElement>) => {
    const stage = down.currentTarget.parentElement?.getBoundingClientRect();
    if (down.button !== 0 || !stage) return;
    const pointAt = (event: PointerEvent) =>
      view.toPicture({
        x: ((event.clientX - stage.left) / stage.width) * canvas.width,
        y: ((event.clientY - stage.top) / stage.height) * canvas.height,
      });
    begin(down, { at: pointAt, drop: (point) => setFocus(point) }, true);
  };
  return (
    <div
      {...slider}
      title={t`Drag it onto what has to stay in view`}
      onPointerDown={onPointerDown}
      className="absolute flex size-11 -translate-1/2 cursor-grab touch-none items-center justify-center rounded-full select-none active:cursor-grabbing"
      style={{ left: percentWithin(place.x, canvas.width), top: percentWithin(place.y, canvas.height) }}
    >
      <FocusRing />
    </div>
  );
}

/** A point that is cut off waits at the edge, where it can be taken. */
function percentWithin(at: number, length: number): string {
  return `${clamp((100 * at) / length, 3, 97)}%`;
}
