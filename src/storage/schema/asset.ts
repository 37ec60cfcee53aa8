import { z } from 'zod';
import type {
  AudioFacts,
  ColourFacts,
  ImageFacts,
  MediaAsset,
  MediaFacts,
  Rendition,
  SoundFacts,
  VideoFacts,
} from '#core/media/asset.ts';
import type { Normalisation } from '#core/media/normalisation.ts';
import { seconds } from '#core/units.ts';
import { sourceSchema } from './source.ts';

export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'is 64 hexadecimal digits');

const sizeSchema = z.object({ width: z.int().positive(), height: z.int().positive() });
const secondsSchema = z.number().nonnegative().transform(seconds);

const hdrSchema = z.enum(['pq', 'hlg']);

const normalisation: z.ZodType<Normalisation> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('turned'), degrees: z.literal([90, 180, 270]) }),
  z.object({ kind: z.literal('pixels-squared') }),
  z.object({ kind: z.literal('frame-rate-evened') }),
  z.object({ kind: z.literal('hdr-to-sdr'), from: hdrSchema }),
  z.object({ kind: z.literal('converted'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('made-smaller'), to: sizeSchema }),
]);

/** Rows from before clips were normalised have no notes. */
const normalised = z.array(normalisation).default([]);

const imageFacts = z.object({
  kind: z.literal('image'),
  format: z.enum(['jpeg', 'png', 'webp', 'avif', 'gif', 'heic']),
  size: sizeSchema,
  storedSize: sizeSchema.exactOptional(),
  hasAlpha: z.boolean(),
  normalised,
}) satisfies z.ZodType<ImageFacts>;

const colourFacts: z.ZodType<ColourFacts> = z.object({
  primaries: z.string().nullable(),
  transfer: z.string().nullable(),
  matrix: z.string().nullable(),
  fullRange: z.boolean().nullable(),
});

const soundFacts: z.ZodType<SoundFacts> = z.object({
  codec: z.string(),
  sampleRate: z.number().positive(),
  channels: z.int().positive(),
});

const videoFacts = z.object({
  kind: z.literal('video'),
  container: z.string(),
  codec: z.string(),
  size: sizeSchema,
  storedSize: sizeSchema.exactOptional(),
  durationSeconds: secondsSchema,
  hasAudio: z.boolean(),
  // What was not asked of clips at first; 0 says that nobody knows.
  frameRate: z.number().nonnegative().default(0),
  frameTiming: z.enum(['constant', 'variable']).default('constant'),
  rotation: z.literal([0, 90, 180, 270]).default(0),
  hdr: hdrSchema.nullable().default(null),
  normalised,
  colour: colourFacts.exactOptional(),
  bitRate: z.number().nonnegative().exactOptional(),
  sound: soundFacts.nullable().exactOptional(),
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

const rendition: z.ZodType<Rendition> = z.object({
  hash: contentHashSchema,
  bytes: z.int().positive(),
  mimeType: z.string(),
});

export const assetSchema: z.ZodType<MediaAsset> = z.object({
  id: z.string().min(1),
  hash: contentHashSchema,
  name: z.string(),
  mimeType: z.string(),
  bytes: z.int().positive(),
  facts: factsSchema,
  rendition: rendition.nullable().default(null),
  importedAt: z.number(),
  modifiedAt: z.number().exactOptional(),
  source: sourceSchema.exactOptional(),
});
