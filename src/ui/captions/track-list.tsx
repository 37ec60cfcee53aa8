import { useLayoutEffect, useMemo, useRef } from 'react';
import { cueText } from '#core/captions/cue-text.ts';
import type { Cue } from '#core/captions/transcript.ts';
import type { CaptionTrack } from '#core/project/captions.ts';
import { useGrowingCount } from '../parts/growing-count.ts';
import { type CaptionEdits, useCaptionEdits } from '../state/caption-edits.ts';
import { type Editor, useEditor, useView } from '../state/editor.tsx';
import { useAsset } from '../state/media.ts';
import { t } from '../words/words.ts';
import { wordAt } from './caret.ts';
import { type Caret, CueRow, type CueRowHandlers } from './cue-row.tsx';
import { type CaptionTimes, cueKey, useCaptionTimes, useCueAtPlayhead } from './use-caption-times.ts';
import { useSpeakers } from './use-speakers.ts';

/** One press of "earlier" or "later", in seconds. */
const SHIFT_STEP = 0.1;

/** Rows that are made at once: more than a screen shows, and under 50 ms on a slow machine. */
const ROWS_AT_ONCE = 12;

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
  const speakers = useSpeakers();
  const facts = useAsset(assetId ?? undefined)?.facts;
  const last = cues.at(-1)?.end ?? 0;
  const soundSeconds = facts && facts.kind !== 'image' ? facts.durationSeconds : times.videoSeconds;
  const duration = Math.max(soundSeconds, last);
  const selected = useView(({ selectedCue }) =>
    selectedCue && selectedCue.assetId === assetId ? selectedCue.cueId : null,
  );
  const tabStop = cues.some(({ id }) => id === selected) ? selected : cues[0]?.id;
  const shown = useGrowingCount(cues.length, ROWS_AT_ONCE);
  const tools = { editor, edits, times, track, duration, onFocus };
  const latest = useRef(tools);
  useLayoutEffect(() => {
    latest.current = tools;
  });
  // The same for every edit, so that only the rows that change are drawn again.
  const handlers = useMemo(() => rowHandlers(() => latest.current), []);
  return (
    <ol aria-label={t`Captions in order`} className="flex flex-col gap-0.5">
      {cues.slice(0, shown).map((cue, index) => {
        const key = cueKey({ assetId, cueId: cue.id });
        return (
          <CueRow
            key={cue.id}
            rowKey={key}
            cue={cue}
            time={times.cueTime({ assetId, cueId: cue.id })}
            isOn={current === key}
            isSelected={cue.id === tabStop}
            isLast={index === cues.length - 1}
            speakers={speakers}
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

/** @param now what an event finds when it comes. */
function rowHandlers(now: () => RowTools): CueRowHandlers {
  const ref = (cueId: string) => ({ assetId: now().track.assetId, cueId });
  const indexOf = (cueId: string) => now().track.cues.findIndex(({ id }) => id === cueId);
  const cueOf = (index: number): Cue | undefined => now().track.cues[index];
  const focusOn = (cue: Cue | undefined, caret: Caret) => cue && now().onFocus({ key: cueKey(ref(cue.id)), caret });
  const mergeAt = (index: number) => {
    const cue = cueOf(index);
    if (cue && now().edits.mergeWithNext(ref(cue.id))) focusOn(cue, cueText(cue).length);
  };
  const retimeAtPlayhead = (cueId: string, span: (cue: Cue, at: number) => { start: number; end: number }) => {
    const { edits, times, track, duration } = now();
    const cue = cueOf(indexOf(cueId));
    const at = times.soundTimeAtPlayhead(track.assetId);
    if (cue && at !== null) edits.retime(ref(cueId), span(cue, at), duration);
  };
  const shift = (cues: readonly Cue[], by: number) => {
    const { edits, track, duration } = now();
    edits.shift(track.assetId, new Set(cues.map(({ id }) => id)), by, duration);
  };
  const oneAt = (cueId: string) => now().track.cues.filter(({ id }) => id === cueId);
  const fromOn = (cueId: string) => now().track.cues.slice(indexOf(cueId));
  return {
    onFocus: (cueId) => now().editor.view.setState({ selectedCue: ref(cueId) }),
    onType: (before, text) => now().edits.retype(now().track.assetId, before, text),
    onSplit(cueId, text, caret) {
      const second = now().edits.split(ref(cueId), text, caret);
      if (second) now().onFocus({ key: cueKey(second), caret: 0 });
    },
    onMergeBefore: (cueId) => mergeAt(indexOf(cueId) - 1),
    onMergeNext: (cueId) => mergeAt(indexOf(cueId)),
    onLeave(cueId, by) {
      const cue = cueOf(indexOf(cueId) + by);
      focusOn(cue, by < 0 && cue ? cueText(cue).length : 0);
    },
    onSeekWord(cue, caret) {
      const word = cue.words[wordAt(cue, caret)];
      const at = word && now().times.videoTime(now().track.assetId, word.start);
      if (at != null) now().times.seek(at);
    },
    onSeek(cueId) {
      const time = now().times.cueTime(ref(cueId));
      if (time !== null) now().times.seek(time);
    },
    actionsOf: (cueId) => ({
      earlier: () => shift(oneAt(cueId), -SHIFT_STEP),
      later: () => shift(oneAt(cueId), SHIFT_STEP),
      allEarlier: () => shift(fromOn(cueId), -SHIFT_STEP),
      allLater: () => shift(fromOn(cueId), SHIFT_STEP),
      beginHere: () => retimeAtPlayhead(cueId, ({ end }, at) => ({ start: at, end })),
      endHere: () => retimeAtPlayhead(cueId, ({ start }, at) => ({ start, end: at })),
      merge: () => mergeAt(indexOf(cueId)),
      place: (anchor) => now().edits.place(ref(cueId), anchor),
      speak: (name) => now().edits.setSpeaker(ref(cueId), name),
      addSpeaker: () => now().edits.addSpeaker(ref(cueId)),
      confirm: () => now().edits.confirm(ref(cueId)),
      remove() {
        const index = indexOf(cueId);
        const next = cueOf(index + 1) ?? cueOf(index - 1);
        now().edits.remove(ref(cueId));
        focusOn(next, 0);
      },
    }),
  };
}
