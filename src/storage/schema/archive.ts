import { z } from 'zod';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchivedFile,
  type ArchiveManifest,
} from '#core/workspace/archive-layout.ts';
import type { FilmstripRow, PeaksRow, ThumbnailRow } from '../database.ts';
import { isSettingValue, type SettingRow } from '../settings-store.ts';
import { contentHashSchema } from './asset.ts';

export const manifestSchema: z.ZodType<ArchiveManifest> = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.int().min(1).max(ARCHIVE_VERSION),
  name: z.string(),
  exportedAt: z.number(),
});

export const archivedFileSchema: z.ZodType<ArchivedFile> = z.object({
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: contentHashSchema,
});

/** Small pictures are JPEG or PNG: what else would be shown as a picture is left out. */
const pictureSchema = z
  .object({ type: z.enum(['image/jpeg', 'image/png', 'image/webp']), base64: z.base64() })
  .transform(({ type, base64 }) => new Blob([bytesOf(base64)], { type }));

const assetId = z.string().min(1);

export const archivedThumbnailSchema: z.ZodType<ThumbnailRow> = z.object({ assetId, picture: pictureSchema });

export const archivedFilmstripSchema: z.ZodType<FilmstripRow> = z.object({
  assetId,
  pictures: z.array(pictureSchema).max(200),
});

export const archivedPeaksSchema: z.ZodType<PeaksRow> = z.object({
  assetId,
  peaks: z.base64().transform((base64, context) => {
    const bytes = bytesOf(base64);
    if (bytes.byteLength % Float32Array.BYTES_PER_ELEMENT === 0) return new Float32Array(bytes.buffer);
    context.addIssue({ code: 'custom', message: 'is a list of 32-bit floats' });
    return z.NEVER;
  }),
});

/** Settings that go along; what a browser remembers of itself stays. */
export const ARCHIVED_SETTINGS: readonly string[] = ['keeping', 'brand'];

export const archivedSettingSchema: z.ZodType<SettingRow> = z
  .object({
    id: z.string().refine((id) => ARCHIVED_SETTINGS.includes(id), 'is a setting of a workspace'),
    value: z.unknown(),
  })
  .refine(({ id, value }) => isSettingValue(id, value), 'has a value that fits');

export async function archivedPicture(picture: Blob): Promise<{ readonly type: string; readonly base64: string }> {
  return { type: picture.type, base64: base64Of(new Uint8Array(await picture.arrayBuffer())) };
}

export function base64Of(bytes: Uint8Array): string {
  // In pieces: `fromCharCode` takes only so many arguments.
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
