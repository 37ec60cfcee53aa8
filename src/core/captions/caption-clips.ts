import type { CaptionClip } from '../timeline/timeline.ts';
import { type FrameRate, frameIndex } from '../units.ts';
import type { CaptionLook } from './looks.ts';
import type { Cue } from './transcript.ts';

export interface CaptionStyling {
  readonly look: CaptionLook;
  /** Looks of lines that have a style of their own, by its name. */
  readonly styles?: ReadonlyMap<string, CaptionLook>;
}

/** How a caption looks: in its line's own style, where it has one. */
export function lookOf({ style }: Cue, { look, styles }: CaptionStyling): CaptionLook {
  return (style === undefined ? undefined : styles?.get(style)) ?? look;
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
