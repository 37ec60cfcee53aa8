import { z } from 'zod';
import type { AudioFacts, ImageFacts, MediaAsset, MediaFacts, VideoFacts } from '#core/media/asset.ts';
import { seconds } from '#core/units.ts';

export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'is 64 hexadecimal digits');

const sizeSchema = z.object({ width: z.int().positive(), height: z.int().positive() });
const secondsSchema = z.number().nonnegative().transform(seconds);

const imageFacts = z.object({
  kind: z.literal('image'),
  format: z.enum(['jpeg', 'png', 'webp', 'avif', 'gif']),
  size: sizeSchema,
  hasAlpha: z.boolean(),
}) satisfies z.ZodType<ImageFacts>;

const videoFacts = z.object({
  kind: z.literal('video'),
  container: z.string(),
  codec: z.string(),
  size: sizeSchema,
  durationSeconds: secondsSchema,
  hasAudio: z.boolean(),
}) satisfies z.ZodType<VideoFacts>;

const audioFacts = z.object({
  kind: z.literal('audio'),
  container: z.string(),
  codec: z.string(),
  durationSeconds: secondsSchema,
  sampleRate: z.number().positive(),
  channels: z.int().positive(),
}) satisfies z.ZodType<AudioFacts>;

const factsSchema: z.ZodType<MediaFacts> = z.discriminatedUnion('kind', [imageFacts, videoFacts, audioFacts]);

export const assetSchema: z.ZodType<MediaAsset> = z.object({
  id: z.string().min(1),
  hash: contentHashSchema,
  name: z.string(),
  mimeType: z.string(),
  bytes: z.int().positive(),
  facts: factsSchema,
  importedAt: z.number(),
});
