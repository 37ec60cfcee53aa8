import type { ContentHash } from '#core/media/asset.ts';
import type { HighlightCurve } from '#core/media/highlights.ts';
import { HIGHLIGHTS_VERSION } from '#core/media/score-frames.ts';
import type { WorkspaceDatabase } from './database.ts';
import { highlightSchema } from './schema/highlights.ts';
import { namingErrors } from './storage-error.ts';

/** Curves of clips by the hash of their bytes. One that is damaged, or of another version, counts as not there. */
export class HighlightStore {
  constructor(private readonly database: WorkspaceDatabase) {}

  async lookup(hashes: readonly ContentHash[]): Promise<Map<ContentHash, HighlightCurve>> {
    const rows = await this.database.highlights.bulkGet([...hashes]);
    const found = new Map<ContentHash, HighlightCurve>();
    for (const row of rows) {
      const checked = highlightSchema.safeParse(row);
      if (checked.success && checked.data.version === HIGHLIGHTS_VERSION)
        found.set(checked.data.hash, checked.data.curve);
    }
    return found;
  }

  async put(hash: ContentHash, curve: HighlightCurve): Promise<void> {
    await namingErrors(
      this.database.highlights.put({ hash, version: HIGHLIGHTS_VERSION, curve }),
      'the best parts of this clip',
    );
  }
}
