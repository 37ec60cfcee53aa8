import { useMemo } from 'react';
import { cueText } from '#core/captions/cue-text.ts';
import type { Cue } from '#core/captions/transcript.ts';
import type { CaptionTrack } from '#core/project/captions.ts';
import { type CaptionEdits, useCaptionEdits } from '../state/caption-edits.ts';
import { type Editor, useEditor, useView } from '../state/editor.tsx';
import { useAsset } from '../state/media.ts';
import { wordAt } from './caret.ts';
import { type Caret, CueRow, type CueRowHandlers } from './cue-row.tsx';
import { type CaptionTimes, cueKey, useCaptionTimes, useCueAtPlayhead } from './use-caption-times.ts';

/** One press of "earlier" or "later", in seconds. */
const SHIFT_STEP = 0.1;

export interface FocusRequest {
  readonly key: string;
  readonly caret: Caret;
}

interface TrackListProps {
  readonly track: CaptionTrack;
  readonly focus: FocusRequest | null;
  readonly onFocus: (request: FocusRequest) => void;
}

/** The captions of one sound, in order. One of them takes part in the tab order for all. */
export function TrackList({ track, focus, onFocus }: TrackListProps) {
  const { assetId, cues } = track;
  const editor = useEditor();
  const edits = useCaptionEdits();
  const times = useCaptionTimes();
  const current = useCueAtPlayhead();
  const facts = useAsset(assetId ?? undefined)?.facts;
  const last = cues.at(-1)?.end ?? 0;
  const soundSeconds = facts && facts.kind !== 'image' ? facts.durationSeconds : times.videoSeconds;
  const duration = Math.max(soundSeconds, last);
  const selected = useView(({ selectedCue }) =>
    selectedCue && selectedCue.assetId === assetId ? selectedCue.cueId : null,
  );
  const tabStop = cues.some(({ id }) => id === selected) ? selected : cues[0]?.id;
  const handlers = useMemo(
    () => rowHandlers({ editor, edits, times, track, duration, onFocus }),
    [editor, edits, times, track, duration, onFocus],
  );
  return (
    <ol aria-label="Captions in order" className="flex flex-col gap-0.5">
      {cues.map((cue, index) => {
        const key = cueKey({ assetId, cueId: cue.id });
        return (
          <CueRow
            key={cue.id}
            cue={cue}
            time={times.cueTime({ assetId, cueId: cue.id })}
            isOn={current === key}
            isSelected={cue.id === tabStop}
            isLast={index === cues.length - 1}
            focus={focus?.key === key ? focus : null}
            handlers={handlers}
          />
        );
      })}
    </ol>
  );
}

interface RowTools {
  readonly editor: Editor;
  readonly edits: CaptionEdits;
  readonly times: CaptionTimes;
  readonly track: CaptionTrack;
  readonly duration: number;
  readonly onFocus: (request: FocusRequest) => void;
}

function rowHandlers({ editor, edits, times, track, duration, onFocus }: RowTools): CueRowHandlers {
  const { assetId, cues } = track;
  const ref = (cueId: string) => ({ assetId, cueId });
  const indexOf = (cueId: string) => cues.findIndex(({ id }) => id === cueId);
  const focusOn = (cue: Cue | undefined, caret: Caret) => cue && onFocus({ key: cueKey(ref(cue.id)), caret });
  const seekTo = (time: number) => {
    const at = times.videoTime(assetId, time);
    if (at !== null) times.seek(at);
  };
  const mergeAt = (index: number) => {
    const cue = cues[index];
    if (cue && edits.mergeWithNext(ref(cue.id))) focusOn(cue, cueText(cue).length);
  };
  const retimeAtPlayhead = (cueId: string, span: (cue: Cue, at: number) => { start: number; end: number }) => {
    const cue = cues[indexOf(cueId)];
    const at = times.soundTimeAtPlayhead(assetId);
    if (cue && at !== null) edits.retime(ref(cueId), span(cue, at), duration);
  };
  const shiftFrom = (cueId: string, by: number) =>
    edits.shift(assetId, new Set(cues.slice(indexOf(cueId)).map(({ id }) => id)), by, duration);
  return {
    onFocus: (cueId) => editor.view.setState({ selectedCue: ref(cueId) }),
    onType: (before, text) => edits.retype(assetId, before, text),
    onSplit(cueId, text, caret) {
      const second = edits.split(ref(cueId), text, caret);
      if (second) onFocus({ key: cueKey(second), caret: 0 });
    },
    onMergeBefore: (cueId) => mergeAt(indexOf(cueId) - 1),
    onMergeNext: (cueId) => mergeAt(indexOf(cueId)),
    onLeave(cueId, by) {
      const cue = cues[indexOf(cueId) + by];
      focusOn(cue, by < 0 && cue ? cueText(cue).length : 0);
    },
    onSeekWord(cue, caret) {
      const word = cue.words[wordAt(cue, caret)];
      if (word) seekTo(word.start);
    },
    onSeek(cueId) {
      const time = times.cueTime(ref(cueId));
      if (time !== null) times.seek(time);
    },
    actionsOf: (cueId) => ({
      earlier: () => edits.shift(assetId, new Set([cueId]), -SHIFT_STEP, duration),
      later: () => edits.shift(assetId, new Set([cueId]), SHIFT_STEP, duration),
      allEarlier: () => shiftFrom(cueId, -SHIFT_STEP),
      allLater: () => shiftFrom(cueId, SHIFT_STEP),
      beginHere: () => retimeAtPlayhead(cueId, ({ end }, at) => ({ start: at, end })),
      endHere: () => retimeAtPlayhead(cueId, ({ start }, at) => ({ start, end: at })),
      merge: () => mergeAt(indexOf(cueId)),
      confirm: () => edits.confirm(ref(cueId)),
      remove() {
        const index = indexOf(cueId);
        edits.remove(ref(cueId));
        focusOn(cues[index + 1] ?? cues[index - 1], 0);
      },
    }),
  };
}
