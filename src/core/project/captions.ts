import { CAPTION_LOOKS, type CaptionLook, type CaptionLookName } from '../captions/looks.ts';
import { allSpeakers, type CaptionSpeaker } from '../captions/speakers.ts';
import type { Cue } from '../captions/transcript.ts';
import type { AssetId } from '../media/asset.ts';

/** The captions of a project: how they look, and what they say in the time of the sound that says it. */
export interface Captions {
  readonly look: CaptionLookChoice;
  /** Those whose captions have a colour of their own, or may get one. No two have one name. */
  readonly speakers: readonly CaptionSpeaker[];
  /** At most one for each sound, and at most one of the video's own. */
  readonly tracks: readonly CaptionTrack[];
}

/** A named look, and what the person changed of it. */
export interface CaptionLookChoice {
  readonly preset: CaptionLookName;
  readonly changes: CaptionLookChanges;
}

export type CaptionLookChanges = Partial<
  Pick<
    CaptionLook,
    'family' | 'fontPixels' | 'uppercase' | 'fill' | 'accent' | 'stroke' | 'strokePixels' | 'animation' | 'anchor'
  >
>;

/** Captions on one clock. */
export interface CaptionTrack {
  /**
   * The music or clip that says them: their times are seconds of that file, so that they go where its shots go. Null are
   * those typed or read from a file: their times are seconds of the video.
   */
  readonly assetId: AssetId | null;
  /** They keep the laws of `cue-laws.ts`; ids are unique in the track. */
  readonly cues: readonly Cue[];
}

/** One caption of one track. */
export interface CueRef {
  readonly assetId: AssetId | null;
  readonly cueId: string;
}

/** What a person may set, in pixels of a picture whose shorter side is 1080. */
export const CAPTION_FONT_PIXELS = { smallest: 28, largest: 160 } as const;
export const CAPTION_STROKE_PIXELS = { thinnest: 0, thickest: 16 } as const;

export const NO_CAPTIONS: Captions = { look: { preset: 'classic', changes: {} }, speakers: [], tracks: [] };

export function captionLookOf({ preset, changes }: CaptionLookChoice): CaptionLook {
  return { ...CAPTION_LOOKS[preset], ...changes };
}

/** Everybody who speaks in these captions, or is listed for them. */
export function speakersOf({ speakers, tracks }: Pick<Captions, 'speakers' | 'tracks'>): CaptionSpeaker[] {
  return allSpeakers(
    speakers,
    tracks.flatMap(({ cues }) => cues),
  );
}

/** The captions on one clock; none where there is no such track. */
export function cuesOfTrack({ tracks }: Captions, assetId: AssetId | null): readonly Cue[] {
  return tracks.find((track) => track.assetId === assetId)?.cues ?? [];
}
