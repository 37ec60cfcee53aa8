import type { VersionedDocument } from './versioned-document.ts';

/** Version 7 may have a logo; a video of version 6 has none. */
export function fromVersion6(document: VersionedDocument): VersionedDocument {
  return { ...document, schemaVersion: 7, logo: null } as VersionedDocument;
}
