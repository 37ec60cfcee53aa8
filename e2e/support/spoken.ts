import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SpokenWord } from '#core/captions/transcript.ts';
import { cachedFixture } from './fixture-cache.ts';
import { ffmpeg } from './process.ts';

/**
 * Speech by espeak-ng (73 English words) with the true times of its words, and a Whisper of 1.8 million parameters that
 * was trained on such speech: its figures say whether the product is right, not how good a real Whisper is. Its
 * alignment heads are as OpenAI's.
 */

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
export const MODEL_FOLDER = join(FIXTURES, 'whisper');
/** Under which the test server has it, as a host of the product would. */
export const MODEL_NAME = 'test-whisper';

/** A recording and what is said in it. */
export interface Recording {
  readonly path: string;
  readonly words: readonly Pick<SpokenWord, 'text' | 'start' | 'end'>[];
}

type TrueWords = Record<string, readonly (readonly [text: string, start: number, end: number])[]>;

const TRUE_WORDS = JSON.parse(readFileSync(join(FIXTURES, 'speech/words.json'), 'utf8')) as TrueWords;

export function recording(name: string): Recording {
  const words = TRUE_WORDS[name];
  if (!words) throw new Error(`There is no recording ${name}.`);
  return {
    path: join(FIXTURES, 'speech', name),
    words: words.map(([text, start, end]) => ({ text, start, end })),
  };
}

/** One to eight words each, some over noise or music. */
export function utterances(): Recording[] {
  return Object.keys(TRUE_WORDS)
    .filter((name) => name.startsWith('utt'))
    .map(recording);
}

/** A film that says the same 45 s so many times. Sound at 44.1 kHz, stereo, AAC. */
export async function longFilm(rounds: number): Promise<Recording> {
  const { path: speech, words } = recording('long45.flac');
  const path = await cachedFixture('film.mp4', { speech: 'long45', rounds, version: 1 }, (draft) =>
    ffmpeg([
      ...['-stream_loop', String(rounds - 1), '-i', speech],
      ...['-f', 'lavfi', '-i', 'color=black:s=64x64:r=5'],
      ...['-map', '1:v', '-map', '0:a', '-shortest', '-c:v', 'libx264', '-preset', 'ultrafast'],
      ...['-ar', '44100', '-ac', '2', '-c:a', 'aac', '-b:a', '128k', '-f', 'mp4', draft],
    ]),
  );
  const round = (at: number) => words.map(({ text, start, end }) => ({ text, start: start + at, end: end + at }));
  return { path, words: Array.from({ length: rounds }, (_, index) => round(index * 45)).flat() };
}

/** What one recording says, over a picture that is dark all the time. */
export async function shortFilm(): Promise<Recording> {
  const { path: speech, words } = recording('utt007.flac');
  const path = await cachedFixture('short film.mp4', { speech: 'utt007', version: 1 }, (draft) =>
    ffmpeg([
      ...['-i', speech, '-f', 'lavfi', '-i', 'color=0x333333:s=320x180:r=25,format=yuv420p'],
      ...['-map', '1:v', '-map', '0:a', '-shortest', '-c:v', 'libx264', '-preset', 'ultrafast'],
      ...['-c:a', 'aac', '-b:a', '96k', '-f', 'mp4', draft],
    ]),
  );
  return { path, words };
}

export interface Score {
  /** Share of the true words that were left out, added or mistaken. */
  readonly errorRate: number;
  /** Absolute errors of the starts of words that were heard right, in seconds. */
  readonly startMedian: number;
  readonly startNinetieth: number;
}

/** What was heard against what was said, over several recordings. */
export function scoreOf(pairs: readonly (readonly [said: Recording['words'], heard: readonly SpokenWord[]])[]): Score {
  let [edits, total] = [0, 0];
  const errors: number[] = [];
  for (const [said, heard] of pairs) {
    const aligned = align(said, heard);
    edits += aligned.edits;
    total += said.length;
    for (const [right, found] of aligned.pairs) errors.push(Math.abs(right.start - found.start));
  }
  errors.sort((a, b) => a - b);
  const quantile = (share: number) => errors[Math.min(errors.length - 1, Math.floor(share * errors.length))] ?? 0;
  return { errorRate: edits / total, startMedian: quantile(0.5), startNinetieth: quantile(0.9) };
}

type Timed = Recording['words'][number];

/** Fewest edits from one to the other (Levenshtein), and the words that stay. */
function align(said: readonly Timed[], heard: readonly Timed[]) {
  const cost = Array.from({ length: said.length + 1 }, (_, i) =>
    Array.from({ length: heard.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => cost[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const isSame = (i: number, j: number) => said[i - 1]?.text === heard[j - 1]?.text.toLowerCase();
  for (let i = 1; i <= said.length; i++) {
    for (let j = 1; j <= heard.length; j++) {
      const row = cost[i] ?? [];
      row[j] = Math.min(at(i - 1, j - 1) + (isSame(i, j) ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  const pairs: [Timed, Timed][] = [];
  for (let [i, j] = [said.length, heard.length]; i > 0 && j > 0; ) {
    const [right, found] = [said[i - 1], heard[j - 1]];
    if (right && found && isSame(i, j) && at(i, j) === at(i - 1, j - 1)) {
      pairs.push([right, found]);
      [i, j] = [i - 1, j - 1];
    } else if (at(i, j) === at(i - 1, j - 1) + 1) [i, j] = [i - 1, j - 1];
    else if (at(i, j) === at(i - 1, j) + 1) i--;
    else j--;
  }
  return { edits: at(said.length, heard.length), pairs };
}
