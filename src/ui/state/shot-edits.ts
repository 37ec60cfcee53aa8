import { useMemo } from 'react';
import { toStudioError } from '#core/errors.ts';
import { changeItem, resetItem } from '#core/project/edit-items.ts';
import {
  duplicateShot,
  heldEnd,
  moveShot,
  removeShot,
  type ShotEdit,
  setShotEnd,
  splitShot,
} from '#core/project/edit-shots.ts';
import type { Fit, Project } from '#core/project/project.ts';
import { neighbourPoint } from '#core/timeline/snap.ts';
import { shotsOf, type Timeline } from '#core/timeline/timeline.ts';
import { formatSeconds } from '../view/format.ts';
import { t } from '../words/words.ts';
import { announce } from './announcements.ts';
import { type Editor, useEditor } from './editor.tsx';
import { usePreview } from './preview.tsx';
import { useSnapPoints, useTimeline } from './timeline.tsx';

/** What a person does to the shots of the timeline. Each edit is one undo step, and is told to screen readers. */
export interface ShotEdits {
  /** Nothing happens beyond the first and the last place. */
  move(shot: number, to: number): void;
  duplicate(shot: number): void;
  remove(shot: number): void;
  /** At the playhead. */
  split(shot: number): void;
  /** Of the photo or clip, wherever it is shown. */
  setFit(shot: number, fit: Fit): void;
  /** Every setting of the photo or clip as when it was added. */
  reset(shot: number): void;
  /** Moves the cut after a shot. */
  setEnd(shot: number, frame: number): void;
  /** To the beat before or after, or by half a second where there are no beats. */
  trim(shot: number, direction: -1 | 1): void;
}

const newId = () => crypto.randomUUID();

/** Where music gives no beats, one step of a trim, in seconds. */
const STEP_WITHOUT_BEATS = 0.5;

export function useShotEdits(): ShotEdits {
  const editor = useEditor();
  const timeline = useTimeline();
  const points = useSnapPoints();
  const player = usePreview()?.player;
  return useMemo(
    () => shotEdits(editor, timeline, points, () => player?.snapshot().frame ?? 0),
    [editor, timeline, points, player],
  );
}

function shotEdits(
  editor: Editor,
  timeline: Timeline | null,
  points: readonly number[],
  playhead: () => number,
): ShotEdits {
  /** Does one edit, selects what it left, and says so. A refusal is said and shown instead. */
  function edit(change: (project: Project, timeline: Timeline) => ShotEdit, done: string): void {
    if (!timeline) return;
    try {
      const { project, itemId } = change(editor.history.current.getState().project, timeline);
      editor.history.edit(() => project);
      editor.view.setState({ selectedItem: itemId, selectedShot: null, editProblem: null });
      announce(done);
    } catch (error) {
      editor.view.setState({ editProblem: toStudioError(error) });
    }
  }
  /** Changes what a shot shows, which stays selected. */
  function editItem(shot: number, change: (project: Project, itemId: string) => Project, done: string): void {
    const clip = timeline && shotsOf(timeline)[shot];
    if (!clip) return;
    editor.history.edit((project) => change(project, clip.itemId));
    editor.view.setState({ editProblem: null });
    announce(done);
  }
  const setEnd = (shot: number, frame: number) => {
    const clip = timeline && shotsOf(timeline)[shot];
    if (!clip || !timeline) return;
    const frames = heldEnd(timeline, shot, frame) - clip.start;
    const seconds = (frames * timeline.frameRate.denominator) / timeline.frameRate.numerator;
    edit(
      (project) => setShotEnd(project, { timeline, shot }, frame, newId),
      t`Shot ${shot + 1} lasts ${formatSeconds(seconds)}`,
    );
  };
  return {
    setEnd,
    setFit: (shot, fit) =>
      editItem(
        shot,
        (project, itemId) => changeItem(project, itemId, { fit }),
        fit === 'contain' ? t`Shot ${shot + 1} shows the whole picture` : t`Shot ${shot + 1} fills the frame`,
      ),
    reset: (shot) => editItem(shot, resetItem, t`Settings of shot ${shot + 1} reset`),
    move(shot, to) {
      if (to === shot || !timeline || shotsOf(timeline)[to] === undefined) return;
      edit((project, plan) => moveShot(project, { timeline: plan, shot }, to, newId), t`Shot moved to place ${to + 1}`);
    },
    duplicate: (shot) =>
      edit((project, plan) => duplicateShot(project, { timeline: plan, shot }, newId), t`Shot ${shot + 1} duplicated`),
    remove: (shot) =>
      edit((project, plan) => removeShot(project, { timeline: plan, shot }, newId), t`Shot ${shot + 1} deleted`),
    split: (shot) =>
      edit(
        (project, plan) => splitShot(project, { timeline: plan, shot }, playhead(), newId),
        t`Shot ${shot + 1} split`,
      ),
    trim(shot, direction) {
      const clip = timeline && shotsOf(timeline)[shot];
      if (!clip || !timeline) return;
      if (shot === shotsOf(timeline).length - 1) {
        announce(t`The last shot ends with the video. Trim the one before it, or set the length of the video.`);
        return;
      }
      const end = clip.start + clip.durationFrames;
      const step = (STEP_WITHOUT_BEATS * timeline.frameRate.numerator) / timeline.frameRate.denominator;
      setEnd(shot, neighbourPoint(end, points, direction) ?? Math.round(end + direction * step));
    },
  };
}
