/** What becomes of an edit that never reached the database, at the next start. */
export type Recovery = 'save' | 'forget' | 'copy';

/** An edit that was kept beside the database. Stamps are a project's `updatedAt`. */
export interface KeptEdit {
  readonly stamp: number;
  /** Those of the states that the edit builds on: what it was opened from, and earlier edits of the same page. */
  readonly before: readonly number[];
}

/**
 * Saves an edit of what is stored, forgets one that was stored after all, and makes a copy where somebody else has
 * changed the project meanwhile: neither work is lost.
 * @param stored the stored project's stamp; null where there is none, `unreadable` where this studio cannot read it.
 */
export function recoveryOf(edit: KeptEdit, stored: number | 'unreadable' | null): Recovery {
  if (stored === 'unreadable') return 'copy';
  if (stored === null || edit.before.includes(stored)) return 'save';
  return stored === edit.stamp ? 'forget' : 'copy';
}
