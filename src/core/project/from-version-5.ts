import type { VersionedDocument } from './versioned-document.ts';

/** Version 6 may colour the hook and the frame; a video of version 5 has them as its style and its frame are. */
export function fromVersion5(document: VersionedDocument): VersionedDocument {
  return { ...document, schemaVersion: 6, hookColour: null, frameColour: null } as VersionedDocument;
}
