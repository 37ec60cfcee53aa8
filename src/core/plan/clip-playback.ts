import { clamp } from '../geometry.ts';
import { bestPart, type HighlightCurve } from '../media/highlights.ts';
import type { ItemPlayback } from '../project/project.ts';
import type { Playback } from '../timeline/timeline.ts';
import { seconds } from '../units.ts';

/** How far a clip may be slowed down or sped up to fill its slot. */
const SPEED_RANGE = { slowest: 0.5, fastest: 2 } as const;

export interface Slot {
  readonly lengthSeconds: number;
  /** Which time it is that this clip is shown, from 0, and how often in all: each time shows another part. */
  readonly use: number;
  readonly uses: number;
}

/**
 * Which part of a clip fills its slot, and how fast.
 * @param curve where the clip is worth seeing; null where nobody has looked.
 */
export function fillSlot(
  { mode, startSeconds, endSeconds }: ItemPlayback,
  durationSeconds: number,
  curve: HighlightCurve | null,
  slot: Slot,
): Playback {
  const latestStart = Math.max(0, durationSeconds - slot.lengthSeconds);
  const chosen = startSeconds === null ? null : clamp(startSeconds, 0, Math.max(0, durationSeconds - 0.1));
  if (mode === 'trim' && latestStart > 0) {
    const start = Math.min(chosen ?? bestStart(durationSeconds, curve, slot), latestStart);
    return playback(start, durationSeconds, 1, 'hold', start);
  }
  const start = chosen ?? 0;
  const available = Math.min(endSeconds ?? durationSeconds, durationSeconds) - start;
  const speed = mode === 'speed' ? clamp(available / slot.lengthSeconds, SPEED_RANGE.slowest, SPEED_RANGE.fastest) : 1;
  // What is too short for its slot even so starts over.
  return playback(start, durationSeconds, speed, 'loop', start);
}

/** Uses share the clip, each taking the best of its own part. */
function bestStart(durationSeconds: number, curve: HighlightCurve | null, { lengthSeconds, use, uses }: Slot): number {
  const zone = durationSeconds / uses;
  const from = use * zone;
  if (!curve || zone < lengthSeconds)
    return uses === 1 && curve ? bestPart(curve, lengthSeconds, durationSeconds) : from;
  const { windowSeconds, scores } = curve;
  const first = Math.round(from / windowSeconds);
  const count = Math.max(1, Math.round(zone / windowSeconds));
  const part = { windowSeconds, scores: scores.slice(first, first + count) };
  return from + bestPart(part, lengthSeconds, zone);
}

function playback(start: number, end: number, speed: number, atEnd: Playback['atEnd'], loopStart: number): Playback {
  return {
    startSeconds: seconds(start),
    endSeconds: seconds(end),
    speed,
    atEnd,
    loopStartSeconds: seconds(loopStart),
  };
}
