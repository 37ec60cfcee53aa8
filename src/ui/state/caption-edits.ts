import { useMemo } from 'react';
import {
  addCue,
  confirmWords,
  deleteCues,
  dressCues,
  mergeWithNext,
  retimeCue,
  shiftCues,
  withText,
} from '#core/captions/edit.ts';
import { type FindOptions, replaceText } from '#core/captions/find.ts';
import { settleCues } from '#core/captions/settle.ts';
import type { Anchor, Cue } from '#core/captions/transcript.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { speakerColours } from '#core/project/brand.ts';
import { type CueRef, cuesOfTrack } from '#core/project/captions.ts';
import { changeAllCues, changeCues } from '#core/project/edit-captions.ts';
import { addSpeaker, colourSpeaker, removeSpeaker, renameSpeaker, setSpeaker } from '#core/project/edit-speakers.ts';
import type { Project } from '#core/project/project.ts';
import { splitAt } from '../captions/caret.ts';
import { formatDecimal } from '../view/format.ts';
import { t } from '../words/words.ts';
import { announce } from './announcements.ts';
import { useBrand } from './brand.ts';
import { type Editor, useEditor } from './editor.tsx';

export interface CaptionEdits {
  /** Gives a caption other words. `before` is the caption as it was when the typing began: its times are kept. */
  retype(assetId: AssetId | null, before: Cue, text: string): void;
  /** Splits at the caret. @returns the second half, or null where it was refused. */
  split(ref: CueRef, typed: string, caret: number): CueRef | null;
  /** @returns whether it was. */
  mergeWithNext(ref: CueRef): boolean;
  /** @param duration of the sound in seconds. */
  shift(assetId: AssetId | null, ids: ReadonlySet<string>, by: number, duration: number): void;
  retime(ref: CueRef, span: { start: number; end: number }, duration: number): void;
  remove(ref: CueRef): void;
  /** Deletes all captions of a sound. */
  clear(assetId: AssetId | null): void;
  /** Where one caption stands; null leaves it to the look. */
  place(ref: CueRef, anchor: Anchor | null): void;
  /** Says who speaks a caption; null for nobody. */
  setSpeaker(ref: CueRef, name: string | null): void;
  /** One more speaker, who says this caption. */
  addSpeaker(ref: CueRef): void;
  renameSpeaker(from: string, to: string): void;
  /** @param fill as `#RRGGBB`. */
  colourSpeaker(name: string, fill: string): void;
  /** Their captions stay. */
  removeSpeaker(name: string): void;
  /** Says that the words are right. */
  confirm(ref: CueRef): void;
  /** @returns the new caption, or null where it was refused. */
  add(assetId: AssetId | null, span: { start: number; end: number }, text: string, duration: number): CueRef | null;
  replaceAll(query: string, replacement: string, options: FindOptions): void;
  /** Captions of a file, in place of those that no sound says. */
  take(cues: readonly Cue[], duration: number): void;
}

/** Edits of captions, each one step to undo. What a rule refuses is said, and changes nothing. */
export function useCaptionEdits(): CaptionEdits {
  const editor = useEditor();
  const brand = useBrand();
  return useMemo(() => createCaptionEdits(editor, speakerColours(brand)), [editor, brand]);
}

/** @param colours for new speakers; left out, the studio's own. */
export function createCaptionEdits(
  { history, view }: Pick<Editor, 'history' | 'view'>,
  colours?: readonly string[],
): CaptionEdits {
  const project = () => history.current.getState().project;

  /** @returns whether the rules allowed it. */
  function edit(change: (project: Project) => Project, said?: string, burst?: string): boolean {
    try {
      const changed = change(project());
      if (changed !== project()) history.edit(() => changed, burst);
      view.setState({ captionProblem: null });
      if (said !== undefined) announce(said);
      return true;
    } catch (thrown) {
      if (!(thrown instanceof StudioError)) throw thrown;
      view.setState({ captionProblem: thrown });
      return false;
    }
  }

  const editCues = (
    assetId: AssetId | null,
    change: (cues: readonly Cue[]) => readonly Cue[],
    said?: string,
    burst?: string,
  ) => edit((before) => changeCues(before, assetId, change), said, burst);

  /** The caption that was not there before. */
  function newOne(assetId: AssetId | null, change: (cues: readonly Cue[]) => readonly Cue[], said: string) {
    const known = new Set(cuesOfTrack(project().captions, assetId).map(({ id }) => id));
    if (!editCues(assetId, change, said)) return null;
    const made = cuesOfTrack(project().captions, assetId).find(({ id }) => !known.has(id));
    return made ? { assetId, cueId: made.id } : null;
  }

  return {
    retype: (assetId, before, text) =>
      void editCues(
        assetId,
        (cues) =>
          withText(
            cues.map((cue) => (cue.id === before.id ? before : cue)),
            before.id,
            text,
          ),
        undefined,
        `caption ${assetId} ${before.id}`,
      ),
    split: ({ assetId, cueId }, typed, caret) =>
      newOne(assetId, (cues) => splitAt(cues, cueId, typed, caret), t`Caption split`),
    mergeWithNext: ({ assetId, cueId }) =>
      editCues(assetId, (cues) => mergeWithNext(cues, cueId), t`Merged with the next caption`),
    shift: (assetId, ids, by, duration) =>
      void editCues(assetId, (cues) => shiftCues(cues, ids, by, duration), shiftInWords(ids.size, by)),
    retime: ({ assetId, cueId }, span, duration) =>
      void editCues(assetId, (cues) => retimeCue(cues, cueId, span, duration), t`Times changed`),
    remove: ({ assetId, cueId }) =>
      void editCues(assetId, (cues) => deleteCues(cues, new Set([cueId])), t`Caption deleted`),
    clear: (assetId) => void editCues(assetId, () => [], t`All captions of this sound deleted`),
    place: ({ assetId, cueId }, anchor) =>
      void editCues(
        assetId,
        (cues) => dressCues(cues, new Set([cueId]), { placement: anchor === null ? null : { anchor } }),
        t`Caption placed`,
      ),
    setSpeaker: (ref, name) =>
      void edit(
        (before) => setSpeaker(before, ref, name),
        name === null ? t`Nobody speaks this caption` : t`${name} speaks`,
      ),
    addSpeaker: (ref) => void edit((before) => addSpeaker(before, ref, colours), t`Speaker added`),
    renameSpeaker: (from, to) => void edit((before) => renameSpeaker(before, from, to), t`Speaker renamed`),
    colourSpeaker: (name, fill) =>
      void edit((before) => colourSpeaker(before, name, fill), undefined, `speaker colour ${name}`),
    removeSpeaker: (name) => void edit((before) => removeSpeaker(before, name), t`${name} removed`),
    confirm: ({ assetId, cueId }) => void editCues(assetId, (cues) => confirmWords(cues, cueId), t`Marked as right`),
    add: (assetId, span, text, duration) =>
      newOne(assetId, (cues) => addCue(cues, span, text, duration), t`Caption added`),
    replaceAll: (query, replacement, options) =>
      void edit(
        (before) => changeAllCues(before, (cues) => replaceText(cues, query, replacement, options)),
        t`Replaced everywhere`,
      ),
    take: (cues, duration) =>
      void editCues(null, () => settleCues(cues, duration), t`${cues.length} captions read from the file`),
  };
}

function shiftInWords(count: number, by: number): string {
  const captions = count === 1 ? t`Caption` : t`${count} captions`;
  const seconds = formatDecimal(Math.abs(by));
  return by < 0 ? t`${captions} moved ${seconds} seconds earlier` : t`${captions} moved ${seconds} seconds later`;
}
