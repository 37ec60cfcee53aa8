import type { VersionedDocument } from './versioned-document.ts';

/** Version 8 may write the hook in a font of the person's own; a video of version 7 has its style's. */
export function fromVersion7(document: VersionedDocument): VersionedDocument {
  return { ...document, schemaVersion: 8, hookFont: null } as VersionedDocument;
}
