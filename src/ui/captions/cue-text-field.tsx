import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react';
import { cueText, linesOf, writtenWords } from '#core/captions/cue-text.ts';
import { isDoubtful } from '#core/captions/repair.ts';
import type { Cue, CueWord } from '#core/captions/transcript.ts';
import { t } from '../words/words.ts';
import { saysTheSame } from './caret.ts';

interface CueTextFieldProps {
  readonly cue: Cue;
  readonly label: string;
  readonly describedBy: string;
  readonly tabbable: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onType: (before: Cue, text: string) => void;
  readonly onFocus: () => void;
  /** A key with the text as it stands and the caret in it. */
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>, text: string, caret: number) => void;
  readonly onPlace: (caret: number) => void;
}

const TEXT =
  'col-start-1 row-start-1 w-full px-2 py-1.5 break-words whitespace-pre-wrap max-lg:py-2.5 max-lg:text-large';

/** The words of a caption to type in; doubtful ones are marked behind what is typed. */
export function CueTextField(props: CueTextFieldProps) {
  const { cue, label, describedBy, tabbable, field, onType, onFocus, onKey, onPlace } = props;
  const [draft, setDraft] = useState<string | null>(null);
  /** The caption as it was before the typing began: what is typed is compared with it, so that its times are kept. */
  const before = useRef(cue);
  const moved = before.current.start !== cue.start || before.current.end !== cue.end || before.current.id !== cue.id;
  const isOwn = draft !== null && (draft.trim() === '' || saysTheSame(draft, cue)) && !moved;
  const text = isOwn ? draft : cueText(cue);
  const begin = () => {
    before.current = cue;
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)]">
      <p aria-hidden dir="auto" className={`${TEXT} pointer-events-none text-transparent select-none`}>
        {isOwn && draft !== cueText(cue) ? `${draft}\u200b` : <MarkedWords cue={cue} />}
      </p>
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        value={text}
        data-undo="project"
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={text.trim() === ''}
        tabIndex={tabbable ? 0 : -1}
        onFocus={() => {
          begin();
          onFocus();
        }}
        onBlur={() => setDraft(null)}
        onChange={(event) => {
          // Taken back, or moved, by another hand: the times to keep are today's.
          if (!isOwn) begin();
          const typed = event.currentTarget.value;
          setDraft(typed);
          if (typed.trim() !== '') onType(before.current, typed);
        }}
        onKeyDown={(event) => onKey(event, text, event.currentTarget.selectionStart)}
        onClick={(event: MouseEvent<HTMLTextAreaElement>) => {
          const { selectionStart, selectionEnd } = event.currentTarget;
          if (selectionStart === selectionEnd) onPlace(selectionStart);
        }}
        className={`${TEXT} resize-none overflow-hidden rounded-thumb bg-transparent -outline-offset-2`}
      />
    </div>
  );
}

function MarkedWords({ cue }: { cue: Cue }) {
  return linesOf(cue).map((words, line) => (
    // A line has nothing but its place to be known by.
    // biome-ignore lint/suspicious/noArrayIndexKey: as said above.
    <span key={line}>
      {line > 0 && '\n'}
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word has nothing but its place, either.
        <MarkedWord key={index} word={word} first={index === 0} />
      ))}
    </span>
  ));
}

function MarkedWord({ word, first }: { word: CueWord; first: boolean }) {
  const space = first || word.joined ? '' : ' ';
  if (!isDoubtful(word)) return `${space}${word.text}`;
  return (
    <>
      {space}
      <mark className="bg-transparent text-transparent underline decoration-info decoration-wavy decoration-1 underline-offset-3">
        {word.text}
      </mark>
    </>
  );
}

/** What is said of a caption's doubtful words; empty where there are none. */
export function doubtsOf(cue: Cue): string {
  const doubtful = cue.words.filter(isDoubtful);
  return doubtful.length === 0 ? '' : t`Not sure: ${writtenWords(doubtful)}`;
}
