import { StudioError } from '../errors.ts';
import type { CaptionLook } from './looks.ts';
import type { Cue } from './transcript.ts';

/** Somebody who speaks, and what sets their captions off from those of others. */
export interface CaptionSpeaker {
  /** As `speakerName` gives it; no two are the same. */
  readonly name: string;
  /** Colour of their words, as `#RRGGBB`; null is the look's own. */
  readonly fill: string | null;
}

/** In characters (UTF-16): a name, no sentence. */
export const LONGEST_SPEAKER_NAME = 40;

/** Given to new speakers in turn: light enough for the dark outline that captions have, and far apart. */
export const SPEAKER_COLOURS = ['#FFD54A', '#7FD1FF', '#FF9EC4', '#9BE58A', '#FFB07A', '#C9A8FF'] as const;

/**
 * A name as it is kept: on one line, without spaces around it.
 * @throws StudioError `input-invalid` for none, and for one that is too long.
 */
export function speakerName(text: string): string {
  const name = text.replace(/\s+/g, ' ').trim();
  if (name !== '' && name.length <= LONGEST_SPEAKER_NAME) return name;
  throw new StudioError(
    'input-invalid',
    `The name of a speaker has 1 to ${LONGEST_SPEAKER_NAME} characters. Choose another one.`,
    { rule: `1 to ${LONGEST_SPEAKER_NAME} characters`, value: name.length },
  );
}

/** Those who are listed, then those whom only captions name, in their order. */
export function allSpeakers(listed: readonly CaptionSpeaker[], cues: readonly Cue[]): CaptionSpeaker[] {
  const names = new Set(listed.map(({ name }) => name));
  const all = [...listed];
  for (const { speaker } of cues) {
    if (speaker === undefined || names.has(speaker)) continue;
    names.add(speaker);
    all.push({ name: speaker, fill: null });
  }
  return all;
}

/** The first name of the kind "Speaker 2" that is free, in a colour that the fewest others have. */
export function freshSpeaker(
  known: readonly CaptionSpeaker[],
  colours: readonly string[] = SPEAKER_COLOURS,
): CaptionSpeaker {
  let number = known.length + 1;
  const isTaken = () => known.some(({ name }) => name === `Speaker ${number}`);
  while (isTaken()) number++;
  const uses = (colour: string) => known.filter(({ fill }) => fill === colour).length;
  const fill = colours.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
  return { name: `Speaker ${number}`, fill };
}

/** A look as a speaker changes it. */
export function spokenLook(look: CaptionLook, { speaker }: Cue, speakers: readonly CaptionSpeaker[]): CaptionLook {
  const fill = speakers.find(({ name }) => name === speaker)?.fill;
  return fill ? { ...look, fill } : look;
}
