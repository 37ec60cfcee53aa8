import { withoutBorderCopies, withoutLoops } from './repetition.ts';
import { retimeWords } from './retime.ts';
import { withoutSilentWords } from './silence.ts';
import type { SoundEvidence } from './sound-evidence.ts';
import type { SpokenWord } from './transcript.ts';

/** Below this a person should look at a word. */
const DOUBTFUL = 0.5;
/** Marks that a recogniser sets for sounds which are no words: `[BLANK_AUDIO]`, `[Music]`, notes. */
const NO_WORD = /^(?:\[[^\]]*\]|[♪♫♬♩]+)$/u;

/**
 * Makes a recogniser's words fit to be captions: monotone, inside the sound, never overlapping, without what was heard
 * twice at window borders, loops of one phrase, and text where nobody spoke. Words that are merely unsure stay: see
 * `isDoubtful`. Good words come out as they went in.
 */
export function repairWords(words: readonly SpokenWord[], evidence: SoundEvidence): SpokenWord[] {
  const { duration } = evidence;
  if (!(duration > 0)) return [];
  const written = words.map(tidied).filter(({ text }) => text !== '' && !NO_WORD.test(text));
  const said = withoutLoops(withoutBorderCopies(written));
  return withoutSilentWords(retimeWords(said, duration), evidence);
}

/** True for a word that may well be another: it is marked in the editor, and kept. */
export function isDoubtful({ confidence }: SpokenWord): boolean {
  return confidence < DOUBTFUL;
}

function tidied(word: SpokenWord): SpokenWord {
  const text = word.text.trim().replace(/\s+/gu, '\u00a0');
  const confidence = word.confidence >= 0 ? Math.min(1, word.confidence) : 0;
  if (text === word.text && confidence === word.confidence) return word;
  return { ...word, text, confidence };
}
