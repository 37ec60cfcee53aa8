import { z } from 'zod';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import { seconds } from '#core/units.ts';

const time = z.number().min(0);
const share = z.number().min(0).max(1);

export const beatGridSchema: z.ZodType<BeatGrid> = z
  .object({
    analyserVersion: z.int(),
    durationSeconds: time.transform(seconds),
    tempo: z.number().min(0),
    confidence: share,
    beats: z.array(time),
    downbeats: z.array(time),
    onsets: z.array(time),
    energy: z.array(share),
  })
  .refine(({ beats, energy }) => beats.length === energy.length, { error: 'has one energy for each beat' });
