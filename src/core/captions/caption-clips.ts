import type { CaptionClip } from '../timeline/timeline.ts';
import { type FrameRate, frameIndex } from '../units.ts';
import type { CaptionLook } from './looks.ts';
import { type CaptionSpeaker, spokenLook } from './speakers.ts';
import type { Cue } from './transcript.ts';

export interface CaptionStyling {
  readonly look: CaptionLook;
  /** Looks of lines that have a style of their own, by its name. */
  readonly styles?: ReadonlyMap<string, CaptionLook>;
  /** Whose captions differ from the others'. */
  readonly speakers?: readonly CaptionSpeaker[];
}

/** How a caption looks: in its line's own style, where it has one, and as its speaker's. */
export function lookOf(cue: Cue, { look, styles, speakers = [] }: CaptionStyling): CaptionLook {
  const own = cue.style === undefined ? undefined : styles?.get(cue.style);
  return spokenLook(own ?? look, cue, speakers);
}

/** A time computed from a frame may fall a rounding error beyond that frame. */
const ROUNDING_SLACK = 1e-6;

/**
 * Captions on a timeline: each is on in exactly the frames whose time lies in it. A caption between two frames is on in
 * none, and has no clip.
 * @param cues times in seconds of the timeline.
 */
export function captionClips(
  cues: readonly Cue[],
  styling: CaptionStyling,
  rate: FrameRate,
  durationFrames: number,
): CaptionClip[] {
  const firstFrameFrom = (time: number) => Math.ceil((time * rate.numerator) / rate.denominator - ROUNDING_SLACK);
  return cues.flatMap((cue): CaptionClip[] => {
    const start = firstFrameFrom(cue.start);
    const frames = Math.min(firstFrameFrom(cue.end), durationFrames) - start;
    if (frames < 1) return [];
    return [{ kind: 'caption', cue, look: lookOf(cue, styling), start: frameIndex(start), durationFrames: frames }];
  });
}
