import type { VersionedDocument } from './versioned-document.ts';

/** Version 4 has captions; a video of version 3 has none. */
export function fromVersion3(document: VersionedDocument): VersionedDocument {
  return {
    ...document,
    schemaVersion: 4,
    captions: { look: { preset: 'classic', changes: {} }, tracks: [] },
  } as VersionedDocument;
}
