import type { EnergyCurve, ListeningWindow } from './sound-evidence.ts';
import type { SpokenWord } from './transcript.ts';

/** What a recogniser wrote down although nobody spoke. */

/** Loudness below which nothing can be understood: -66 dB of full scale. */
const INAUDIBLE = 10 ** (-66 / 20);
/** Speech is at most this much softer than the loud parts of the same recording: -36 dB. */
const SOFTEST_SPEECH = 10 ** (-36 / 20);
/** In a stretch where probably nobody speaks, soft words need better proof: -20 dB. */
const SOFT = 10 ** (-20 / 20);
/** The loud parts: 95 % of the recording are softer. */
const LOUD_SHARE = 0.95;
/** Times of words are uncertain by so many seconds. */
const SLACK_SECONDS = 0.12;
/** Whisper's own rule (no_speech_threshold of its reference decoder). */
const NOBODY_SPEAKS = 0.6;
/** Mean probability below which Whisper doubts its text (its log probability threshold, e^-1). */
const GUESSED = Math.exp(-1);

export interface Listening {
  readonly energy?: EnergyCurve;
  readonly windows?: readonly ListeningWindow[];
}

/** Leaves the words for which there is a sound, or where nothing is known of the sound. */
export function withoutSilentWords<Word extends SpokenWord>(
  words: readonly Word[],
  { energy, windows = [] }: Listening,
): Word[] {
  const loud = energy ? loudness(energy) : 0;
  return words.filter((word) => {
    const level = energy ? levelDuring(energy, word) : null;
    if (level !== null && level < Math.max(INAUDIBLE, loud * SOFTEST_SPEECH)) return false;
    const window = windows.find(({ start, end }) => middleOf(word) >= start && middleOf(word) < end);
    if (!window || window.noSpeech < NOBODY_SPEAKS) return true;
    if (level !== null && level < loud * SOFT) return false;
    return meanConfidence(words, window) >= GUESSED;
  });
}

/** Loudness of the loud parts of a recording. */
function loudness({ values }: EnergyCurve): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) * LOUD_SHARE)] ?? 0;
}

/** The loudest step of a word's time; null where the curve has ended before. */
function levelDuring({ stepSeconds, values }: EnergyCurve, { start, end }: SpokenWord): number | null {
  const first = Math.max(0, Math.floor((start - SLACK_SECONDS) / stepSeconds));
  const last = Math.min(values.length - 1, Math.floor((end + SLACK_SECONDS) / stepSeconds));
  if (first > last) return null;
  let level = 0;
  for (let step = first; step <= last; step++) level = Math.max(level, values[step] ?? 0);
  return level;
}

function meanConfidence(words: readonly SpokenWord[], { start, end }: ListeningWindow): number {
  const inside = words.filter((word) => middleOf(word) >= start && middleOf(word) < end);
  return inside.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, inside.length);
}

function middleOf({ start, end }: SpokenWord): number {
  return (start + end) / 2;
}
