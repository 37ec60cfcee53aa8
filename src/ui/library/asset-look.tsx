import type { AssetId, MediaAsset } from '#core/media/asset.ts';
import { TrackPlayer } from '../media/track-player.tsx';
import { Thumbnail } from '../parts/thumbnail.tsx';
import { useThumbnail } from '../state/media.ts';
import { ClipLook } from './clip-look.tsx';

/** An asset as large as its details have room for: a picture, a clip to be looked through, a track to be heard. */
export function AssetLook({ asset: { id, name, facts } }: { asset: MediaAsset }) {
  switch (facts.kind) {
    case 'audio':
      return <TrackPlayer assetId={id} name={name} durationSeconds={facts.durationSeconds} />;
    case 'image':
      return <StillLook assetId={id} />;
    case 'video':
      return <ClipLook assetId={id} durationSeconds={facts.durationSeconds} />;
  }
}

function StillLook({ assetId }: { assetId: AssetId }) {
  return <Thumbnail url={useThumbnail(assetId)} className="h-44 w-full" />;
}
