import type { AnimationClient } from '#clients/animation-client.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId, MediaAsset } from '#core/media/asset.ts';
import type { AnimationStore } from '#storage/animation-store.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import { SharedWork } from '../shared-work.ts';
import type { ClipAnimations } from '../studio/animations.ts';
import type { AssetLibrary } from '../studio/assets.ts';

export interface AnimationTools {
  readonly assets: Pick<AssetLibrary, 'lookup' | 'playable'>;
  readonly kept: Pick<AnimationStore, 'get' | 'put'>;
  readonly client: Pick<AnimationClient, 'animate'>;
}

/** One clip after another; what nobody waits for any more is given up. */
export function createClipAnimations({ assets, kept, client }: AnimationTools): ClipAnimations {
  const turns = new OneAtATime();
  const making = new SharedWork<AssetId, Blob | null, never>((id, signal) =>
    turns.run(async () => {
      if (signal.aborted) throw new StudioError('cancelled', 'Cancelled.');
      const asset = (await assets.lookup([id])).get(id);
      if (asset?.facts.kind !== 'video') throw notAClip(asset, id);
      const known = await kept.get(asset.hash);
      if (known) return known;
      const bytes = await assets.playable(id);
      const made = await client.animate({ assetId: id, name: asset.name, mimeType: bytes.type, bytes }, signal);
      if (made) await kept.put(asset.hash, made);
      return made;
    }),
  );
  return { animation: (id, options) => making.join(id, options) };
}

function notAClip(asset: MediaAsset | undefined, id: AssetId): StudioError {
  return new StudioError('not-found', 'This clip is no longer in the library. Add it again.', {
    rule: 'asset is a clip',
    value: asset?.facts.kind ?? id,
  });
}
