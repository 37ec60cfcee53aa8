import type { FocusPoint, Rect } from '../geometry.ts';
import { clamp } from '../geometry.ts';
import { KEN_BURNS_ZOOM } from '../scene/composition.ts';
import type { Motion, MotionKind, MotionView } from '../style/motion.ts';

const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 };
/** Share of the picture that a pan shows at a time: the rest is the way it goes. */
const PAN_SHARE = 0.88;
/** Share that a zoom towards the focus point ends with. */
const FOCUS_SHARE = 0.85;

/** A kind of motion as two views of the picture. `focus` is in fractions of the shown crop. */
export function motionOf(kind: MotionKind, focus: FocusPoint): Motion {
  const { from, to } = KEN_BURNS_ZOOM;
  switch (kind) {
    case 'none':
      return { from: whole(1), to: whole(1) };
    case 'in':
      return { from: whole(from), to: whole(to) };
    case 'out':
      return { from: whole(to), to: whole(from) };
    case 'pan-left':
      return pan({ x: 1, y: focus.y }, { x: 0, y: focus.y });
    case 'pan-right':
      return pan({ x: 0, y: focus.y }, { x: 1, y: focus.y });
    case 'pan-up':
      return pan({ x: focus.x, y: 1 }, { x: focus.x, y: 0 });
    case 'pan-down':
      return pan({ x: focus.x, y: 0 }, { x: focus.x, y: 1 });
    case 'to-focus':
      return { from: whole(1), to: { zoom: 1, part: partAbout(focus, FOCUS_SHARE) } };
  }
}

function whole(zoom: number): MotionView {
  return { zoom, part: WHOLE };
}

function pan(from: FocusPoint, to: FocusPoint): Motion {
  return { from: { zoom: 1, part: partAt(from, PAN_SHARE) }, to: { zoom: 1, part: partAt(to, PAN_SHARE) } };
}

/** A part of the given share; 0 to 1 in each direction moves it from edge to edge. */
function partAt({ x, y }: FocusPoint, share: number): Rect {
  return { x: x * (1 - share), y: y * (1 - share), width: share, height: share };
}

/** A part of the given share whose centre is as near to a point as the edges allow. */
function partAbout({ x, y }: FocusPoint, share: number): Rect {
  return {
    x: clamp(x - share / 2, 0, 1 - share),
    y: clamp(y - share / 2, 0, 1 - share),
    width: share,
    height: share,
  };
}
