/**
 * What was said, and what of it stands on the screen when. All times are seconds from the start of the sound or video.
 */

/** One spoken word: 0 <= start <= end. */
export interface SpokenWord {
  /** Without spaces around it; punctuation belongs to the word before it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How sure the recogniser is, 0 to 1. */
  readonly confidence: number;
}

/** All that was said, in order of time. */
export interface Transcript {
  /** ISO 639-1, such as `en`. */
  readonly language: string;
  readonly words: readonly SpokenWord[];
}

/** How a word is set off from its neighbours. */
export interface Emphasis {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** As `#RRGGBB`. */
  readonly colour?: string;
}

/** A word in a caption. */
export interface CueWord extends SpokenWord {
  /** Stands right after the word before it, without a space, as in Chinese and Japanese. */
  readonly joined?: true;
  readonly emphasis?: Emphasis;
  readonly kept?: KeptOfWord;
}

/** What a file said of a word that is not drawn here; it is written back. */
export interface KeptOfWord {
  /** Classes of a WebVTT file that are no colours, apart by points. */
  readonly classes?: string;
  /** Override blocks of an ASS file as they stood before the word, such as `{\fad(200,200)}`. */
  readonly ass?: string;
  /** How the word is swept, where it is not at once (`\k`). */
  readonly karaoke?: 'kf' | 'ko';
}

/** What a file said of a cue that only its own format has; it is written back to that format. */
export interface KeptOfCue {
  /** Cue settings of a WebVTT file, checked; they outrank `placement`. */
  readonly webvtt?: string;
  readonly ass?: AssFields;
}

/** Fields of an ASS event, in its own units. */
export interface AssFields {
  readonly layer: number;
  readonly marginL: number;
  readonly marginR: number;
  readonly marginV: number;
  readonly effect: string;
}

/** Where on the screen a caption is anchored, as on the number pad: 1 to 3 bottom, 4 to 6 middle, 7 to 9 top. */
export type Anchor = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** A place of its own for one caption. */
export interface Placement {
  readonly anchor: Anchor;
  /** Where the anchor lies, as fractions of the picture's width and height; left out, at the look's margins. */
  readonly point?: { readonly x: number; readonly y: number };
}

/** One caption on the screen: start < end, at least one word. */
export interface Cue {
  /** Unique among the cues of one video. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly CueWord[];
  /** Index of each line's first word: begins with 0, and rises. */
  readonly lines: readonly number[];
  readonly speaker?: string;
  /** Name of the style of this line, where it has one of its own. */
  readonly style?: string;
  readonly placement?: Placement;
  readonly kept?: KeptOfCue;
}
