import { StudioError } from '../errors.ts';
import type { AssetId, MediaAsset, MediaFacts } from '../media/asset.ts';
import type { AssetLookup } from './plan-sources.ts';

type FactsOf<Kind extends MediaFacts['kind']> = Extract<MediaFacts, { kind: Kind }>;

/** @throws StudioError `not-found` when the project names an asset that is gone, or is of another kind. */
export function factsOf<Kind extends MediaFacts['kind']>(assets: AssetLookup, id: AssetId, kind: Kind): FactsOf<Kind> {
  const { facts } = known(assets, id, kind);
  if (facts.kind !== kind) throw missing(kind, id);
  return facts as FactsOf<Kind>;
}

/** Facts of what a shot can show. @throws StudioError `not-found` as `factsOf`. */
export function pictureFactsOf(assets: AssetLookup, id: AssetId): FactsOf<'image'> | FactsOf<'video'> {
  const { facts } = known(assets, id, 'image');
  if (facts.kind === 'audio') throw missing('image', id);
  return facts;
}

function known(assets: AssetLookup, id: AssetId, kind: string): MediaAsset {
  const asset = assets.get(id);
  if (!asset) throw missing(kind, id);
  return asset;
}

function missing(kind: string, id: AssetId): StudioError {
  return new StudioError('not-found', `A file of this video (${kind}) is no longer in the library. Add it again.`, {
    rule: `${kind} asset exists`,
    value: id,
  });
}
