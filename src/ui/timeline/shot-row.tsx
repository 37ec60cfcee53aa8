import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { clamp } from '#core/geometry.ts';
import { shotsOf, type Timeline } from '#core/timeline/timeline.ts';
import { frameToSeconds } from '#core/units.ts';
import { classNames } from '../parts/class-names.ts';
import { useSelectedShot, useSelectShot } from '../state/selection.ts';
import { useShotEdits } from '../state/shot-edits.ts';
import { useSnapPoints } from '../state/timeline.tsx';
import { formatSeconds } from '../view/format.ts';
import { percentOfFrame } from '../view/seek.ts';
import { t } from '../words/words.ts';
import { useShotActions } from './shot-actions.ts';
import { ShotBlock } from './shot-block.tsx';
import { shotKeyOf } from './shot-keys.ts';
import { ShotMenu } from './shot-menu.tsx';
import { type HeldEdge, useEdgeDrag } from './use-edge-drag.ts';
import { type LiftedShot, useShotDrag } from './use-shot-drag.ts';

/** The shots over time: select, drag to another place, drag a cut. By keyboard, one of them takes the focus for all. */
export function ShotRow({ timeline, width }: { timeline: Timeline; width: number }) {
  const row = useRef<HTMLFieldSetElement>(null);
  const shots = shotsOf(timeline);
  const selected = useSelectedShot();
  const select = useSelectShot();
  const edits = useShotEdits();
  const actions = useShotActions();
  const points = useSnapPoints();
  const mover = useShotDrag(timeline, row, edits.move);
  const edges = useEdgeDrag(timeline, points, row, edits.setEnd);
  const [menuOpen, setMenuOpen] = useState(false);
  const blocks = useFocusOnSelected(selected, menuOpen);
  const onKeyDown = (event: KeyboardEvent) => {
    const focused = blocks.current.findIndex((block) => block !== null && block === document.activeElement);
    const at = focused >= 0 ? focused : selected;
    const key = shotKeyOf(event);
    if (!key || at < 0) return;
    event.preventDefault();
    if (key.do === 'select') select(clamp(at + key.by, 0, shots.length - 1));
    else if (key.do === 'move') edits.move(at, at + key.by);
    else if (key.do === 'trim') edits.trim(at, key.by);
    else actions[key.do].use(at);
  };
  const openMenu = (shot: number) => {
    mover.cancel();
    setMenuOpen(true);
    select(shot);
  };
  if (shots.length === 0) return <p className="h-full text-small text-text-muted">{t`Photos and clips appear here`}</p>;
  return (
    <ShotMenu
      onOpen={openMenu}
      onClose={() => setMenuOpen(false)}
      onClosed={() => {
        // It may be elsewhere by now: in a field that was pressed, or in the next menu.
        if (isFocusLost()) blocks.current[selected]?.focus({ preventScroll: true });
      }}
    >
      <fieldset
        ref={row}
        aria-label={t`Shots`}
        onKeyDown={onKeyDown}
        className="relative m-0 h-full min-w-0 border-0 p-0"
      >
        <p id="shot-keys" className="sr-only">
          {t`Arrow keys choose a shot, with Alt they move it. Square brackets trim it to a beat, S splits it, D duplicates it, Delete removes it. Shift F10 opens its menu.`}
        </p>
        {shots.map((clip, index) => (
          <ShotBlock
            // The place tells shots of a repeated item apart; a shot of its own keeps its element when it moves.
            key={
              shots.findIndex((other) => other.itemId === clip.itemId) === index
                ? clip.itemId
                : `${clip.itemId} ${index}`
            }
            ref={(block) => {
              blocks.current[index] = block;
            }}
            clip={clip}
            index={index}
            count={shots.length}
            rate={timeline.frameRate}
            durationFrames={timeline.durationFrames}
            rowWidth={width}
            selected={index === selected}
            reachable={index === Math.max(0, selected)}
            lifted={mover.drag?.shot === index}
            onPointerDown={(event) => mover.onPointerDown(index, event)}
            onSelect={() => select(index)}
          />
        ))}
        {shots.slice(0, -1).map((clip, index) => (
          <EdgeHandle
            // biome-ignore lint/suspicious/noArrayIndexKey: a cut is told apart by its place alone.
            key={index}
            percent={percentOfFrame(clip.start + clip.durationFrames, timeline.durationFrames)}
            near={index === selected || index === selected - 1}
            onPointerDown={(event) => edges.onPointerDown(index, event)}
          />
        ))}
        {mover.drag && <DropMark timeline={timeline} drag={mover.drag} />}
        {edges.drag && <EdgeReadout timeline={timeline} drag={edges.drag} points={points} />}
      </fieldset>
    </ShotMenu>
  );
}

/** Moves the focus along when the selection moves while a shot has it, but not out of an open menu. */
function useFocusOnSelected(selected: number, menuOpen: boolean) {
  const blocks = useRef<(HTMLButtonElement | null)[]>([]);
  useEffect(() => {
    const block = blocks.current[selected];
    if (menuOpen) return;
    if (
      block &&
      (isFocusLost() || blocks.current.some((other) => other !== null && other === document.activeElement))
    ) {
      block.focus({ preventScroll: true });
      block.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  });
  return blocks;
}

/** What is removed while it has the focus leaves it on the page itself. */
function isFocusLost(): boolean {
  return document.activeElement === document.body;
}

/** For pointers alone: the keyboard has `[` and `]`. Wider beside the selected shot, for fingers. */
function EdgeHandle({
  percent,
  near,
  onPointerDown,
}: {
  percent: number;
  near: boolean;
  onPointerDown: (event: React.PointerEvent<HTMLElement>) => void;
}) {
  return (
    <span
      aria-hidden
      data-edge
      onPointerDown={onPointerDown}
      className={classNames(
        'group absolute inset-y-0 z-20 flex -translate-x-1/2 cursor-col-resize touch-none items-center justify-center',
        near ? 'w-3 pointer-coarse:w-11' : 'w-2.5 pointer-coarse:hidden',
      )}
      style={{ left: `${percent}%` }}
    >
      <span
        className={classNames(
          'h-3/5 w-1 rounded-full bg-text transition-opacity duration-150 ease-out group-hover:opacity-100',
          near ? 'opacity-80' : 'opacity-0',
        )}
      />
    </span>
  );
}

function DropMark({ timeline, drag }: { timeline: Timeline; drag: LiftedShot }) {
  const target = shotsOf(timeline)[drag.to];
  if (!target || drag.to === drag.shot) return null;
  const frame = drag.to > drag.shot ? target.start + target.durationFrames : target.start;
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute inset-y-0 z-30 w-1 -translate-x-1/2 rounded-full bg-text"
      style={{ left: `${percentOfFrame(frame, timeline.durationFrames)}%` }}
    />
  );
}

/** Where the cut would go, and what that makes of the shot. */
function EdgeReadout({ timeline, drag, points }: { timeline: Timeline; drag: HeldEdge; points: readonly number[] }) {
  const clip = shotsOf(timeline)[drag.shot];
  if (!clip) return null;
  const beats = points.filter((point) => point > clip.start && point <= drag.end).length;
  const length = formatSeconds(frameToSeconds(drag.end - clip.start, timeline.frameRate));
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute inset-y-0 z-30 border-l-2 border-text"
      style={{ left: `${percentOfFrame(drag.end, timeline.durationFrames)}%` }}
    >
      <span className="absolute top-1 right-1.5 rounded-control bg-ink px-2 py-1 text-small whitespace-nowrap tabular-nums">
        {length}
        {drag.snapped && `, ${beats} ${beats === 1 ? 'beat' : 'beats'}`}
      </span>
    </span>
  );
}
