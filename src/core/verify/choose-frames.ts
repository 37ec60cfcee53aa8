import { sceneAt } from '../scene/scene-at.ts';
import { shotsOf, type Timeline } from '../timeline/timeline.ts';

/** One look at least in every group of pictures, so that no piece of the file can be lost or swapped unseen. */
const SECONDS_BETWEEN = 2;
/** Of all frames, how many may be looked at beside cuts: drawing one again costs as much as drawing it the first time. */
const FRAMES_PER_CUT_LOOK = 40;
const FEWEST_CUT_LOOKS = 6;
/** Around here three frames in a row are looked at: what is off by one frame looks more like its neighbour. */
const NEIGHBOURS_AT = [1 / 3, 2 / 3] as const;

/**
 * The frames whose pictures are compared with the compositor's: first and last, one in each group of pictures, both
 * sides of cuts, and a few neighbours. In order, each once.
 */
export function chooseFrames(timeline: Timeline): number[] {
  const { durationFrames, frameRate } = timeline;
  const last = durationFrames - 1;
  const step = Math.max(1, Math.round((SECONDS_BETWEEN * frameRate.numerator) / frameRate.denominator));
  const even = Array.from(
    { length: Math.ceil(durationFrames / step) },
    (_, group) => group * step + Math.floor(step / 2),
  );
  const middles = NEIGHBOURS_AT.map((share) => Math.round(share * last));
  const neighbours = middles.flatMap((middle) => [middle - 1, middle, middle + 1]);
  const wanted = [0, last, ...even, ...neighbours, ...cutFrames(timeline)];
  return [...new Set(wanted)].filter((frame) => frame >= 0 && frame <= last).sort((a, b) => a - b);
}

/** The last frame before a cut and the first one after it; where there are many cuts, those of some. */
function cutFrames(timeline: Timeline): number[] {
  const starts = shotsOf(timeline)
    .map((shot) => shot.start as number)
    .filter((start) => start > 0);
  const room = FEWEST_CUT_LOOKS + Math.floor(timeline.durationFrames / FRAMES_PER_CUT_LOOK);
  const every = Math.max(1, Math.ceil((2 * starts.length) / room));
  return starts.filter((_, index) => index % every === 0).flatMap((start) => [start - 1, start]);
}

/** True where something on the timeline moves between two frames: pictures of both may be the same none the less. */
export function scenesDiffer(timeline: Timeline, a: number, b: number): boolean {
  return JSON.stringify(sceneAt(timeline, a)) !== JSON.stringify(sceneAt(timeline, b));
}
