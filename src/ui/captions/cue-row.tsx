import { type KeyboardEvent, memo, useEffect, useId, useRef } from 'react';
import { cueText } from '#core/captions/cue-text.ts';
import type { CaptionSpeaker } from '#core/captions/speakers.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { classNames } from '../parts/class-names.ts';
import { formatMoment } from '../view/format.ts';
import { t } from '../words/words.ts';
import { type CueActions, CueMenu } from './cue-menu.tsx';
import { CueTextField, doubtsOf } from './cue-text-field.tsx';
import { SpeakerDot } from './speaker-menu.tsx';

/** Where the caret goes when a row takes the focus: an offset, or everything selected. */
export type Caret = number | 'all';

export interface CueRowHandlers {
  onFocus(cueId: string): void;
  onType(before: Cue, text: string): void;
  onSplit(cueId: string, text: string, caret: number): void;
  onMergeBefore(cueId: string): void;
  onMergeNext(cueId: string): void;
  /** To the caption above (-1) or below (1). */
  onLeave(cueId: string, by: -1 | 1): void;
  /** To a word, by the caret in the text. */
  onSeekWord(cue: Cue, caret: number): void;
  onSeek(cueId: string): void;
  actionsOf(cueId: string): CueActions;
}

interface CueRowProps {
  /** As `cueKey` names it. */
  readonly rowKey: string;
  readonly cue: Cue;
  /** When it is on in the video, in seconds; null where it is not. */
  readonly time: number | null;
  readonly isOn: boolean;
  readonly isSelected: boolean;
  readonly isLast: boolean;
  /** Of all captions. */
  readonly speakers: readonly CaptionSpeaker[];
  /** Asks the row to take the focus; a new object each time. */
  readonly focus: { readonly caret: Caret } | null;
  readonly handlers: CueRowHandlers;
}

/** One caption: when it is on, its words, and what can be done with it. */
export const CueRow = memo(function CueRow(props: CueRowProps) {
  const { rowKey, cue, time, isOn, isSelected, isLast, speakers, focus, handlers } = props;
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const text = field.current;
    if (!focus || !text) return;
    text.focus();
    if (focus.caret === 'all') text.select();
    else text.setSelectionRange(focus.caret, focus.caret);
    text.scrollIntoView({ block: 'nearest' });
  }, [focus]);
  useEffect(() => {
    // Who types is not taken away from where they are.
    const typing = row.current?.parentElement?.contains(document.activeElement);
    if (isOn && !typing) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOn]);
  const when = time === null ? t`not in the video` : formatMoment(time);
  const doubts = doubtsOf(cue);
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>, text: string, caret: number) => {
    if (event.nativeEvent.isComposing) return;
    const { selectionEnd } = event.currentTarget;
    const use = keyAction(event, text, caret, selectionEnd, isLast);
    if (!use) return;
    event.preventDefault();
    if (use === 'split') handlers.onSplit(cue.id, text, caret);
    else if (use === 'merge-before') handlers.onMergeBefore(cue.id);
    else if (use === 'merge-next') handlers.onMergeNext(cue.id);
    else if (use === 'seek') handlers.onSeekWord(cue, caret);
    else handlers.onLeave(cue.id, use === 'up' ? -1 : 1);
  };
  return (
    <li
      ref={row}
      data-cue-key={rowKey}
      aria-current={isOn ? 'time' : undefined}
      className={classNames(
        'flex items-start gap-1 rounded-control py-0.5 pe-0.5 [contain-intrinsic-size:auto_40px] [content-visibility:auto]',
        isOn ? 'bg-surface-3' : isSelected && 'bg-surface-2',
      )}
    >
      <button
        type="button"
        tabIndex={isSelected ? 0 : -1}
        aria-label={time === null ? t`Cut out: caption ${when}` : t`Go to ${when}`}
        aria-disabled={time === null}
        onClick={() => handlers.onSeek(cue.id)}
        className="mt-px h-8 w-16 shrink-0 rounded-thumb text-small text-text-muted tabular-nums transition-colors duration-150 ease-out -outline-offset-2 hover:text-text aria-disabled:cursor-not-allowed max-lg:h-11"
      >
        {time === null ? t`Cut out` : when}
      </button>
      <div className="min-w-0 flex-1">
        {cue.speaker !== undefined && (
          <p aria-hidden className="flex items-center gap-0.5 px-1 pt-1 text-small text-text-muted">
            <SpeakerDot fill={speakers.find(({ name }) => name === cue.speaker)?.fill ?? null} />
            <span className="truncate">{cue.speaker}</span>
          </p>
        )}
        <CueTextField
          cue={cue}
          label={`${time === null ? t`Caption ${when}` : t`Caption at ${when}`}${cue.speaker ? `, ${cue.speaker}` : ''}`}
          describedBy={`${id} caption-keys`}
          tabbable={isSelected}
          field={field}
          onType={handlers.onType}
          onFocus={() => handlers.onFocus(cue.id)}
          onKey={onKey}
          onPlace={(caret) => handlers.onSeekWord(cue, caret)}
        />
      </div>
      <p id={id} className="sr-only">
        {doubts}
      </p>
      <CueMenu
        label={t`Caption “${cueText(cue).replaceAll('\n', ' ')}”`}
        tabbable={isSelected}
        anchor={cue.placement?.anchor ?? null}
        speaker={cue.speaker ?? null}
        speakers={speakers}
        doubtful={doubts !== ''}
        isLast={isLast}
        actions={handlers.actionsOf(cue.id)}
      />
    </li>
  );
});

type KeyAction = 'split' | 'merge-before' | 'merge-next' | 'seek' | 'up' | 'down';

function keyAction(
  event: KeyboardEvent<HTMLTextAreaElement>,
  text: string,
  caret: number,
  selectionEnd: number,
  isLast: boolean,
): KeyAction | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  const collapsed = caret === selectionEnd;
  if (altKey) return null;
  if (ctrlKey || metaKey) return key === 'Enter' ? 'seek' : null;
  // Shift and Enter break the line.
  if (shiftKey) return null;
  if (key === 'Enter') return 'split';
  if (!collapsed) return null;
  if (key === 'Backspace' && caret === 0) return 'merge-before';
  if (key === 'Delete' && caret === text.length && !isLast) return 'merge-next';
  if (key === 'ArrowUp' && !text.slice(0, caret).includes('\n')) return 'up';
  if (key === 'ArrowDown' && !text.slice(caret).includes('\n')) return 'down';
  return null;
}
