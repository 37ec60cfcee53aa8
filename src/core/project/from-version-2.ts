import type { VersionedDocument } from './versioned-document.ts';

/** Version 2 always stretched a clip to its end. Version 3 may end the stretched part before, as a split leaves it. */
export function fromVersion2(document: VersionedDocument): VersionedDocument {
  const { items } = document as VersionedDocument & { items?: unknown };
  return {
    ...document,
    schemaVersion: 3,
    items: Array.isArray(items) ? items.map((item: unknown) => withEnd(item)) : items,
  } as VersionedDocument;
}

function withEnd(item: unknown): unknown {
  if (!isRecord(item) || !isRecord(item.playback)) return item;
  return { ...item, playback: { ...item.playback, endSeconds: null } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
