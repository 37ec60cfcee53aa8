/** Something that was removed and can still be brought back. */
export interface TrashItem {
  /** Of the project, export or asset itself. */
  readonly id: string;
  readonly kind: 'project' | 'export' | 'asset';
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly deletedAt: number;
}

/** How long something stays in the trash before it is deleted for good. */
export const TRASH_DAYS = 30;
