import type { VersionedDocument } from './versioned-document.ts';

/**
 * Version 1 held photos alone, each shown once, under music at its own level. Version 2 holds items (photos and clips), a
 * style, a sound mix and adjusted beats; its values here make the same video as before.
 */
export function fromVersion1(document: VersionedDocument): VersionedDocument {
  const { photos, music, ...kept } = document as VersionedDocument & { photos?: unknown; music?: unknown };
  return {
    ...kept,
    schemaVersion: 2,
    items: Array.isArray(photos) ? photos.map((photo: unknown) => withItemDefaults(photo)) : photos,
    repeatItems: false,
    music: isRecord(music) ? { ...music, gainDb: 0, beats: { tempo: null, shiftSeconds: 0, factor: 1 } } : music,
    sound: { ducking: 'music-under-clips', duckDb: 12 },
    style: { preset: 'luxury-gold', gradeStrength: 100 },
    hookPlacement: 'banner',
  } as VersionedDocument;
}

function withItemDefaults(photo: unknown): unknown {
  if (!isRecord(photo)) return photo;
  return {
    ...photo,
    bars: 'plain',
    motion: 'auto',
    lengthSeconds: null,
    playback: { mode: 'trim', startSeconds: null },
    sound: { muted: null, gainDb: 0 },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
