import type { BeatGrid } from '../beats/beat-grid.ts';
import type { MediaItem } from '../project/project.ts';
import type { Pace } from '../style/style.ts';
import { type FrameRate, frameToSeconds, secondsToFrameCount } from '../units.ts';
import { type CutPoint, cutPoints, paceAt, withOffbeats } from './cut-points.ts';
import { planCuts, type ShotWish } from './plan-cuts.ts';

/** No shot is shorter, in seconds: less cannot be read as a picture. */
export const SHORTEST_SHOT_SECONDS = 0.4;

/** One run of frames that shows one item. */
export interface Shot {
  readonly item: MediaItem;
  readonly start: number;
  readonly durationFrames: number;
  /** Which time it is that this item is shown, from 0, and how often it is shown in all. */
  readonly use: number;
  readonly uses: number;
}

export interface ShotRules {
  readonly durationFrames: number;
  readonly frameRate: FrameRate;
  readonly pace: Pace;
  /** Beats of the music with the person's changes; null cuts anywhere. */
  readonly beats: BeatGrid | null;
  /** Shows the items again where the pace asks for more shots. */
  readonly repeat: boolean;
  /** How long an item has something new to show, in seconds; null for ever. */
  readonly longestSeconds: (item: MediaItem) => number | null;
}

/**
 * Shares the video's frames among the items: without a gap, to the exact frame, with cuts on the beat where there is
 * one. Items that would get less than `SHORTEST_SHOT_SECONDS` are left out, from the last.
 */
export function planShots(items: readonly MediaItem[], rules: ShotRules): Shot[] {
  if (items.length === 0) return [];
  const { durationFrames, frameRate, beats, pace } = rules;
  const shortest = Math.max(1, Math.ceil((SHORTEST_SHOT_SECONDS * frameRate.numerator) / frameRate.denominator));
  const shown = fitting(asked(items, rules), durationFrames, shortest, frameRate);
  const wishes = shown.map((item) => wishOf(item, shortest, rules));
  // Someone's own lengths may not fill the video: then the last shot does.
  const last = wishes.at(-1);
  if (last && !wishes.some(({ pinned }) => pinned === null)) wishes.splice(-1, 1, { ...last, pinned: null });
  const points = beats && cutPoints(beats, frameRate, durationFrames);
  const paceInFrames = (frame: number) =>
    secondsToFrameCount(paceAt(pace, beats, frameToSeconds(frame, frameRate)), frameRate);
  const cutRules = { durationFrames, shortest, paceAt: paceInFrames };
  const ends = firstPlan([points, points && withOffbeats(points), null], (some) => planCuts(wishes, some, cutRules));
  return toShots(shown, ends);
}

function firstPlan(
  choices: readonly (readonly CutPoint[] | null)[],
  plan: (points: readonly CutPoint[] | null) => number[] | null,
): number[] {
  for (const points of choices) {
    const ends = plan(points);
    if (ends) return ends;
  }
  return [];
}

/** The items in the order of their shots: each once, and over again while the pace asks for more. */
function asked(
  items: readonly MediaItem[],
  { durationFrames, frameRate, beats, pace, repeat }: ShotRules,
): MediaItem[] {
  if (!repeat || !beats || items.length < 2) return [...items];
  const total = frameToSeconds(durationFrames, frameRate);
  const shots: MediaItem[] = [];
  for (let time = 0; time < total; ) {
    const item = items[shots.length % items.length] as MediaItem;
    const length = item.lengthSeconds ?? paceAt(pace, beats, time);
    // A last shot of less than half its pace is left to the one before.
    if (shots.length >= items.length && total - time < length / 2) break;
    shots.push(item);
    time += length;
  }
  return shots.length > items.length ? shots : [...items];
}

/** As many of the shots, from the first, as there is room for. */
function fitting(items: readonly MediaItem[], durationFrames: number, shortest: number, rate: FrameRate): MediaItem[] {
  let room = durationFrames;
  const count = items.findIndex((item, index) => {
    const least =
      item.lengthSeconds === null ? shortest : Math.max(shortest, secondsToFrameCount(item.lengthSeconds, rate));
    // The first is shown in any case, and a given length may be cut short by the video's end.
    if (index > 0 && room < shortest) return true;
    room -= least;
    return false;
  });
  const kept = items.slice(0, count < 0 ? items.length : count);
  if (room >= 0) return kept;
  const cut = kept.at(-1);
  return cut ? [...kept.slice(0, -1), { ...cut, lengthSeconds: null }] : kept;
}

function wishOf(item: MediaItem, shortest: number, { frameRate, longestSeconds }: ShotRules): ShotWish {
  const longest = longestSeconds(item);
  return {
    pinned: item.lengthSeconds === null ? null : Math.max(shortest, secondsToFrameCount(item.lengthSeconds, frameRate)),
    longest: longest === null ? null : Math.max(shortest, secondsToFrameCount(longest, frameRate)),
  };
}

function toShots(items: readonly MediaItem[], ends: readonly number[]): Shot[] {
  const uses = new Map<string, number>();
  const shots = items.map((item, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] as number);
    const use = uses.get(item.id) ?? 0;
    uses.set(item.id, use + 1);
    return { item, start, durationFrames: (ends[index] as number) - start, use };
  });
  return shots.map((shot) => ({ ...shot, uses: uses.get(shot.item.id) ?? 1 }));
}
