import { graphemesOf } from '../text/wrap-text.ts';
import type { CaptionLook } from './looks.ts';
import type { Cue, CueWord } from './transcript.ts';

/** What is drawn of a caption at one instant, from the cue and the time alone. */

/** How long a word takes to pop in, and a caption to fade in and out, in seconds. */
const POP_SECONDS = 0.18;
const FADE_SECONDS = 0.25;
/** A word that pops overshoots by this share before it rests (the constant of the usual back easing: 10 %). */
const OVERSHOOT = 1.70158;
const SMALLEST_SCALE = 0.5;

/** How one word is drawn at one instant. */
export interface WordState {
  /** 0 to 1. */
  readonly opacity: number;
  readonly scale: number;
  /** As `#RRGGBB`. */
  readonly colour: string;
  /** Grapheme clusters that are shown; null shows all. */
  readonly visibleCharacters: number | null;
}

/** @param time seconds on the clock of the cue; before its start and after its end nothing is seen. */
export function wordStates(cue: Cue, look: CaptionLook, time: number): WordState[] {
  if (!isOn(cue, time)) return cue.words.map((word) => ({ ...rest(word, look), opacity: 0 }));
  const spoken = spokenWord(cue, time);
  return cue.words.map((word, index) => ({ ...rest(word, look), ...moved(cue, word, look, time, index === spoken) }));
}

/** What the look's animation changes of a word that is on. */
function moved(cue: Cue, word: CueWord, look: CaptionLook, time: number, isSpoken: boolean): Partial<WordState> {
  switch (look.animation) {
    case 'none':
      return {};
    case 'highlight':
      return isSpoken ? { colour: look.accent } : {};
    case 'pop':
      return popped(time - word.start);
    case 'typewriter':
      return { visibleCharacters: typed(word, look, time) };
    case 'fade':
      return { opacity: faded(cue, time) };
  }
}

/** How much of a caption's box is seen, 0 to 1. */
export function boxOpacity(cue: Cue, look: CaptionLook, time: number): number {
  if (!isOn(cue, time)) return 0;
  return look.animation === 'fade' ? faded(cue, time) : 1;
}

/** Index of the last word that has begun, or -1; a word stays the spoken one until the next begins. */
export function spokenWord({ words }: Cue, time: number): number {
  return words.findLastIndex(({ start }) => start <= time);
}

function isOn({ start, end }: Cue, time: number): boolean {
  return time >= start && time < end;
}

function rest({ emphasis }: CueWord, look: CaptionLook): WordState {
  return { opacity: 1, scale: 1, colour: emphasis?.colour ?? look.fill, visibleCharacters: null };
}

function popped(elapsed: number): Pick<WordState, 'opacity' | 'scale'> {
  if (elapsed < 0) return { opacity: 0, scale: 1 };
  if (elapsed >= POP_SECONDS) return { opacity: 1, scale: 1 };
  const progress = elapsed / POP_SECONDS;
  const back = progress - 1;
  const eased = 1 + (OVERSHOOT + 1) * back ** 3 + OVERSHOOT * back ** 2;
  return { opacity: Math.min(1, 3 * progress), scale: SMALLEST_SCALE + (1 - SMALLEST_SCALE) * eased };
}

/** The first letter with the word's first sound, the last one before it ends. */
function typed({ text, start, end }: CueWord, { uppercase }: CaptionLook, time: number): number | null {
  if (time >= end) return null;
  if (time < start) return 0;
  const count = graphemesOf(uppercase ? text.toUpperCase() : text).length;
  return Math.min(count, Math.floor(((time - start) / (end - start)) * count) + 1);
}

function faded({ start, end }: Cue, time: number): number {
  const fade = Math.min(FADE_SECONDS, (end - start) / 2);
  return Math.min(1, (time - start) / fade, (end - time) / fade);
}
