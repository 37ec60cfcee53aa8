import { z } from 'zod';
import { brokenCueLaw } from '#core/captions/cue-laws.ts';
import { CAPTION_LOOK_NAMES } from '#core/captions/looks.ts';
import { settleCues } from '#core/captions/settle.ts';
import type { CaptionSpeaker } from '#core/captions/speakers.ts';
import type { Anchor, Cue, CueWord } from '#core/captions/transcript.ts';
import {
  CAPTION_FONT_PIXELS,
  CAPTION_STROKE_PIXELS,
  type CaptionLookChanges,
  type Captions,
  type CaptionTrack,
} from '#core/project/captions.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const time = z.number().min(0);
const fraction = z.number().min(0).max(1);
const anchor: z.ZodType<Anchor> = z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9]);

const wordSchema: z.ZodType<CueWord> = z.object({
  text: z.string().min(1),
  start: time,
  end: time,
  confidence: fraction,
  joined: z.literal(true).exactOptional(),
  emphasis: z
    .object({
      bold: z.literal(true).exactOptional(),
      italic: z.literal(true).exactOptional(),
      underline: z.literal(true).exactOptional(),
      colour: colour.exactOptional(),
    })
    .exactOptional(),
  kept: z
    .object({
      classes: z.string().exactOptional(),
      ass: z.string().exactOptional(),
      karaoke: z.enum(['kf', 'ko']).exactOptional(),
    })
    .exactOptional(),
});

const assFields = z.object({
  layer: z.number(),
  marginL: z.number(),
  marginR: z.number(),
  marginV: z.number(),
  effect: z.string(),
});

const cueSchema: z.ZodType<Cue> = z.object({
  id: z.string().min(1),
  start: time,
  end: time,
  words: z.array(wordSchema),
  lines: z.array(z.int().min(0)),
  speaker: z.string().exactOptional(),
  style: z.string().exactOptional(),
  placement: z.object({ anchor, point: z.object({ x: z.number(), y: z.number() }).exactOptional() }).exactOptional(),
  kept: z.object({ webvtt: z.string().exactOptional(), ass: assFields.exactOptional() }).exactOptional(),
});

/** Captions that overlap are parted: nobody loses a project to the times of its captions. What else is wrong is refused. */
const trackSchema: z.ZodType<CaptionTrack> = z
  .object({ assetId: z.string().min(1).nullable(), cues: z.array(cueSchema) })
  .transform((track, context): CaptionTrack => {
    if (brokenCueLaw(track.cues, Number.POSITIVE_INFINITY) === null) return track;
    const cues = settleCues(track.cues, Number.POSITIVE_INFINITY);
    const broken = brokenCueLaw(cues, Number.POSITIVE_INFINITY);
    if (broken) context.addIssue({ code: 'custom', message: broken, path: ['cues'] });
    return { ...track, cues };
  });

const changesSchema: z.ZodType<CaptionLookChanges> = z.object({
  family: z.enum(['sans', 'serif']).exactOptional(),
  fontPixels: z.number().min(CAPTION_FONT_PIXELS.smallest).max(CAPTION_FONT_PIXELS.largest).exactOptional(),
  uppercase: z.boolean().exactOptional(),
  fill: colour.exactOptional(),
  accent: colour.exactOptional(),
  stroke: colour.exactOptional(),
  strokePixels: z.number().min(CAPTION_STROKE_PIXELS.thinnest).max(CAPTION_STROKE_PIXELS.thickest).exactOptional(),
  animation: z.enum(['none', 'highlight', 'pop', 'typewriter', 'fade']).exactOptional(),
  anchor: anchor.exactOptional(),
});

const speakerSchema: z.ZodType<CaptionSpeaker> = z.object({
  // Files name speakers at any length.
  name: z.string().min(1),
  fill: colour.nullable(),
});

export const captionsSchema: z.ZodType<Captions> = z.object({
  look: z.object({ preset: z.enum(CAPTION_LOOK_NAMES), changes: changesSchema }),
  speakers: z
    .array(speakerSchema)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'two speakers have one name'),
  tracks: z.array(trackSchema),
});
