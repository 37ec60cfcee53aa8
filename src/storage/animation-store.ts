import type { ContentHash } from '#core/media/asset.ts';
import type { AnimationRow, WorkspaceDatabase } from './database.ts';
import { namingErrors } from './storage-error.ts';

/** Changes when the same clip would get another moving preview: stored ones of another version are made anew. */
const VERSION = 1;

/** Moving previews of clips, by the hash of their bytes. */
export class AnimationStore {
  constructor(private readonly database: WorkspaceDatabase) {}

  async get(hash: ContentHash): Promise<Blob | null> {
    const row: Partial<AnimationRow> | undefined = await this.database.animations.get(hash);
    return row?.version === VERSION && row.picture instanceof Blob ? row.picture : null;
  }

  async put(hash: ContentHash, picture: Blob): Promise<void> {
    await namingErrors(this.database.animations.put({ hash, version: VERSION, picture }), 'a moving preview');
  }
}
