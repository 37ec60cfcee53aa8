import { StudioError } from '../errors.ts';
import { clamp } from '../geometry.ts';
import { fillSlot } from '../plan/clip-playback.ts';
import { SHORTEST_SHOT_SECONDS } from '../plan/plan-shots.ts';
import { sourceTimeAt } from '../timeline/playback.ts';
import { type ContentClip, shotsOf, type Timeline } from '../timeline/timeline.ts';
import { type FrameRate, frameToSeconds } from '../units.ts';
import type { MediaItem, Project } from './project.ts';

/**
 * Edits of single shots, as a person sees them on the timeline that was planned from the project. Where the plan shows an
 * item several times, an edit first gives every shot an item of its own. Pure: a project in, a project out.
 */

/** Shots in one project. */
export const MOST_SHOTS = 500;

export interface ShotEdit {
  readonly project: Project;
  /** The item to select now; null where there is none. */
  readonly itemId: string | null;
}

export interface ShotPlace {
  readonly timeline: Timeline;
  /** Which shot of the timeline, from 0. */
  readonly shot: number;
}

export type NewId = () => string;

/**
 * The project with one item for each planned shot, in the plan's order, which plans to the same shots. Shots repeat to
 * music alone: a project that has some stops to repeat. An item's first shot keeps its id; items that found no room stay
 * at the end.
 */
export function expandShots(project: Project, timeline: Timeline, newId: NewId): Project {
  const shots = shotsOf(timeline);
  const shown = new Map(project.items.map((item) => [item.id, shots.filter((shot) => shot.itemId === item.id).length]));
  const used = new Set<string>();
  const items = shots.flatMap((shot): MediaItem[] => {
    const item = project.items.find(({ id }) => id === shot.itemId);
    if (!item) return [];
    const again = used.has(item.id);
    used.add(item.id);
    const repeated = (shown.get(item.id) ?? 0) > 1;
    return [{ ...(repeated ? withItsPart(item, shot) : item), id: again ? newId() : item.id }];
  });
  const unseen = project.items.filter(({ id }) => !used.has(id));
  return { ...project, items: [...items, ...unseen], repeatItems: project.repeatItems && project.music === null };
}

/** Each showing of a trimmed clip has a part of its own. */
function withItsPart(item: MediaItem, shot: ContentClip): MediaItem {
  if (shot.kind === 'image' || item.playback.mode !== 'trim') return item;
  return { ...item, playback: { ...item.playback, startSeconds: shot.playback.startSeconds } };
}

/** To another place among the shots. */
export function moveShot(project: Project, { timeline, shot }: ShotPlace, to: number, newId: NewId): ShotEdit {
  const own = expandShots(project, timeline, newId);
  const moved = own.items[shot];
  const target = clamp(to, 0, shotsOf(timeline).length - 1);
  if (!moved || target === shot) return { project, itemId: moved?.id ?? null };
  return { project: { ...own, items: own.items.toSpliced(shot, 1).toSpliced(target, 0, moved) }, itemId: moved.id };
}

/** The one after it is selected, or the new last one. */
export function removeShot(project: Project, { timeline, shot }: ShotPlace, newId: NewId): ShotEdit {
  const own = expandShots(project, timeline, newId);
  const items = own.items.toSpliced(shot, 1);
  return { project: { ...own, items }, itemId: (items[shot] ?? items.at(-1))?.id ?? null };
}

/** @throws StudioError `too-many-items` at the most shots that a video may have. */
export function duplicateShot(project: Project, { timeline, shot }: ShotPlace, newId: NewId): ShotEdit {
  const own = expandShots(project, timeline, newId);
  const original = own.items[shot];
  if (!original) return { project, itemId: null };
  checkRoom(own);
  const copy = { ...original, id: newId() };
  return { project: { ...own, items: own.items.toSpliced(shot + 1, 0, copy) }, itemId: copy.id };
}

/**
 * Two shots that meet at `frame` of the timeline, which keep together the length of the one. A clip's second half goes on
 * where its first stops, at the same speed; the second is selected.
 * @throws StudioError `input-invalid` when a part would be too short to be seen, `too-many-items` as `duplicateShot`.
 */
export function splitShot(project: Project, { timeline, shot }: ShotPlace, frame: number, newId: NewId): ShotEdit {
  const own = expandShots(project, timeline, newId);
  const clip = shotsOf(timeline)[shot];
  const original = own.items[shot];
  if (!clip || !original) return { project, itemId: null };
  checkRoom(own);
  const { frameRate } = timeline;
  const before = frameToSeconds(frame - clip.start, frameRate);
  const after = frameToSeconds(clip.start + clip.durationFrames - frame, frameRate);
  if (!isLongEnough(before) || !isLongEnough(after)) {
    throw new StudioError(
      'input-invalid',
      `Move the playhead further into the shot: each part lasts at least ${SHORTEST_SHOT_SECONDS} s.`,
      { rule: `at least ${SHORTEST_SHOT_SECONDS} s`, value: Math.max(0, Math.min(before, after)) },
    );
  }
  const [firstPart, secondPart] = partsOf(original, clip, before, after);
  const first = { ...original, ...firstPart, lengthSeconds: before };
  const second = { ...original, ...secondPart, id: newId(), lengthSeconds: after };
  return { project: { ...own, items: own.items.toSpliced(shot, 1, first, second) }, itemId: second.id };
}

type Part = Partial<Pick<MediaItem, 'playback'>>;

/** Where each half begins in its clip, and, where the clip is stretched, how much of it each half stretches. */
function partsOf({ playback }: MediaItem, clip: ContentClip, before: number, after: number): [Part, Part] {
  if (clip.kind === 'image') return [{}, {}];
  const { startSeconds, endSeconds } = clip.playback;
  // As it moves: a plan for still pictures holds every clip.
  const slot = { lengthSeconds: before + after, use: 0, uses: 1 };
  const whole = fillSlot({ ...playback, startSeconds }, endSeconds, null, slot);
  const part = (from: number, length: number): Part => {
    const to = playback.mode === 'speed' ? Math.min(from + length * whole.speed, endSeconds) : playback.endSeconds;
    return { playback: { ...playback, startSeconds: from, endSeconds: to } };
  };
  return [part(startSeconds, before), part(sourceTimeAt(whole, before), after)];
}

/**
 * Moves the cut after a shot to `frame` and gives the shot that length. A next shot whose length was given too yields the
 * same amount; the others are planned anew. Held so far from both neighbours that each can be seen.
 */
export function setShotEnd(project: Project, { timeline, shot }: ShotPlace, frame: number, newId: NewId): ShotEdit {
  const own = expandShots(project, timeline, newId);
  const clips = shotsOf(timeline);
  const clip = clips[shot];
  const trimmed = own.items[shot];
  if (!clip || !trimmed) return { project, itemId: null };
  const end = heldEnd(timeline, shot, frame);
  const next = clips[shot + 1];
  const items = own.items.map((item, index) => {
    if (index === shot) return { ...item, lengthSeconds: frameToSeconds(end - clip.start, timeline.frameRate) };
    if (index !== shot + 1 || !next || item.lengthSeconds === null) return item;
    return { ...item, lengthSeconds: frameToSeconds(next.start + next.durationFrames - end, timeline.frameRate) };
  });
  return { project: { ...own, items }, itemId: trimmed.id };
}

/** Where the cut after a shot lands when it is asked to go to `frame`, in frames. */
export function heldEnd(timeline: Timeline, shot: number, frame: number): number {
  const clips = shotsOf(timeline);
  const clip = clips[shot];
  if (!clip) return frame;
  const shortest = shortestFrames(timeline.frameRate);
  const next = clips[shot + 1];
  const latest = next ? next.start + next.durationFrames - shortest : timeline.durationFrames;
  return Math.round(clamp(frame, clip.start + shortest, Math.max(clip.start + shortest, latest)));
}

/** Frames of the shortest shot. */
export function shortestFrames({ numerator, denominator }: FrameRate): number {
  return Math.ceil((SHORTEST_SHOT_SECONDS * numerator) / denominator);
}

/** Half a frame's rounding is not worth a refusal. */
function isLongEnough(length: number): boolean {
  return length >= SHORTEST_SHOT_SECONDS - 1e-6;
}

function checkRoom({ items }: Project): void {
  if (items.length < MOST_SHOTS) return;
  throw new StudioError('too-many-items', `A video has at most ${MOST_SHOTS} shots. Delete one first.`, {
    rule: `at most ${MOST_SHOTS} shots`,
    value: items.length + 1,
  });
}
