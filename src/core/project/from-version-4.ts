import type { VersionedDocument } from './versioned-document.ts';

/** Version 5 lists who speaks in captions; in version 4 captions only named them. */
export function fromVersion4(document: VersionedDocument): VersionedDocument {
  const { captions } = document as VersionedDocument & { readonly captions?: object };
  return { ...document, schemaVersion: 5, captions: { ...captions, speakers: [] } } as VersionedDocument;
}
