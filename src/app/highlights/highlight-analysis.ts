import type { HighlightsClient } from '#clients/highlights-client.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId, MediaAsset } from '#core/media/asset.ts';
import type { HighlightCurve } from '#core/media/highlights.ts';
import type { HighlightStore } from '#storage/highlight-store.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import { SharedWork } from '../shared-work.ts';
import type { HighlightAnalysis, HighlightOptions } from '../studio/analyses.ts';
import type { AssetLibrary } from '../studio/assets.ts';

export interface HighlightTools {
  readonly assets: Pick<AssetLibrary, 'lookup' | 'list' | 'playable'>;
  readonly curves: Pick<HighlightStore, 'lookup' | 'put'>;
  readonly client: Pick<HighlightsClient, 'analyse'>;
}

/** Looks through clips, each once, one after another. */
export class HighlightSearch implements HighlightAnalysis {
  readonly #tools: HighlightTools;
  readonly #turns = new OneAtATime();
  readonly #searches = new SharedWork<AssetId, HighlightCurve, number>((assetId, signal, onProgress) =>
    this.#turns.run(() => this.#look(assetId, signal, onProgress)),
  );

  constructor(tools: HighlightTools) {
    this.#tools = tools;
  }

  async cached(assetIds: readonly AssetId[]): Promise<ReadonlyMap<AssetId, HighlightCurve>> {
    const { assets, curves } = this.#tools;
    const clips = [...(await assets.lookup(assetIds)).values()].filter(({ facts }) => facts.kind === 'video');
    const found = await curves.lookup(clips.map(({ hash }) => hash));
    return new Map(
      clips.flatMap(({ id, hash }) => {
        const curve = found.get(hash);
        return curve ? [[id, curve] as const] : [];
      }),
    );
  }

  async analyse(assetId: AssetId, options?: HighlightOptions): Promise<HighlightCurve> {
    return (await this.cached([assetId])).get(assetId) ?? (await this.#searches.join(assetId, options));
  }

  /** Looks through every clip of the library that nobody has looked through: those just imported, or left by a tab that went. */
  async catchUp(): Promise<void> {
    const clips = await this.#tools.assets.list('video');
    const known = await this.cached(clips.map(({ id }) => id));
    const missing = clips.filter(({ id }) => !known.has(id));
    for (const { id } of missing) {
      // One by one: who asks for a clip meanwhile waits for one other at most. A clip that cannot be looked through is
      // planned without; whoever asks for it by its id hears why.
      await this.analyse(id).catch(() => undefined);
    }
  }

  async #look(assetId: AssetId, signal: AbortSignal, onProgress: (fraction: number) => void): Promise<HighlightCurve> {
    const { assets, curves, client } = this.#tools;
    if (signal.aborted) throw new StudioError('cancelled', 'Cancelled.');
    const asset = (await assets.lookup([assetId])).get(assetId);
    if (asset?.facts.kind !== 'video') throw notFound(asset, assetId);
    const bytes = await assets.playable(assetId);
    const clip = { assetId, name: asset.name, mimeType: bytes.type, bytes };
    const curve = await client.analyse({ clip, onProgress, signal });
    await curves.put(asset.hash, curve);
    return curve;
  }
}

function notFound(asset: MediaAsset | undefined, id: AssetId): StudioError {
  return new StudioError('not-found', 'This clip is no longer in the library. Add it again.', {
    rule: 'asset is a clip',
    value: asset?.facts.kind ?? id,
  });
}
