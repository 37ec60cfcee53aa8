import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { openTrack } from './decode-track.ts';
import type { OpenSound } from './soundtrack.ts';

/** A stored file with sound in it. */
export interface SoundFile {
  readonly assetId: AssetId;
  /** What the person calls it, for error messages. */
  readonly name: string;
  readonly bytes: Blob;
}

/** Opens sounds from among these files. @throws StudioError `not-found`, and as `openTrack`. */
export function soundOpener(files: readonly SoundFile[]): OpenSound {
  return async (assetId) => {
    const file = files.find((candidate) => candidate.assetId === assetId);
    if (!file) throw missing(assetId);
    return openTrack(file.bytes, file.name);
  };
}

function missing(assetId: AssetId): StudioError {
  return new StudioError('not-found', 'A sound of this video is no longer in the library. Add it again.', {
    rule: 'sound asset exists',
    value: assetId,
  });
}
