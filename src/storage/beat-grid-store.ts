import { BEAT_ANALYSER_VERSION } from '#core/beats/analyser-version.ts';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import { toStudioError } from '#core/errors.ts';
import type { ContentHash } from '#core/media/asset.ts';
import type { WorkspaceDatabase } from './database.ts';
import type { ProblemLog } from './problem-log.ts';
import { beatGridSchema } from './schema/beat-grid.ts';
import { checkRow } from './schema/checked.ts';
import { namingErrors } from './storage-error.ts';

/** What was heard in tracks, by their bytes: the same track is listened to once. */
export class BeatGridStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  /** Null where nobody has listened yet, an older analyser did, or the row is damaged: then it is listened to again. */
  async get(hash: ContentHash): Promise<BeatGrid | null> {
    const row = await this.database.beatGrids.get(hash);
    if (row?.grid.analyserVersion !== BEAT_ANALYSER_VERSION) return null;
    try {
      return checkRow(beatGridSchema, row.grid, 'beatGrids');
    } catch (error) {
      this.problems.add(toStudioError(error));
      return null;
    }
  }

  async put(hash: ContentHash, grid: BeatGrid): Promise<void> {
    await namingErrors(this.database.beatGrids.put({ hash, grid }), 'the beats of this track');
  }
}
