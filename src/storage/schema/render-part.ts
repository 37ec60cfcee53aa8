import { z } from 'zod';
import type { RenderPart } from '#core/render/render-part.ts';

export const renderPartSchema: z.ZodType<RenderPart> = z
  .object({
    jobId: z.string().min(1),
    index: z.union([z.int().nonnegative(), z.literal('sound')]),
    fingerprint: z.string().min(1),
    bytes: z.int().positive(),
    checksum: z.string().regex(/^[0-9a-f]{64}$/),
    codec: z.string().min(1),
    description: z.instanceof(Uint8Array<ArrayBuffer>),
    packets: z.object({
      sizes: z.instanceof(Uint32Array<ArrayBuffer>),
      times: z.instanceof(Float64Array<ArrayBuffer>),
      durations: z.instanceof(Float64Array<ArrayBuffer>),
    }),
  })
  .refine(
    ({ bytes, packets: { sizes, times, durations } }) =>
      sizes.length > 0 &&
      times.length === sizes.length &&
      durations.length === sizes.length &&
      sizes.reduce((sum, size) => sum + size, 0) === bytes,
    'the packets fill the file',
  );
