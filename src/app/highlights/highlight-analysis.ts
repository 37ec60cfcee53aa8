import type { HighlightsClient } from '#clients/highlights-client.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId, MediaAsset } from '#core/media/asset.ts';
import type { HighlightCurve } from '#core/media/highlights.ts';
import type { HighlightStore } from '#storage/highlight-store.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { AssetLibrary, HighlightAnalysis, HighlightOptions } from '../studio.ts';

export interface HighlightTools {
  readonly assets: Pick<AssetLibrary, 'lookup' | 'list' | 'playable'>;
  readonly curves: Pick<HighlightStore, 'lookup' | 'put'>;
  readonly client: Pick<HighlightsClient, 'analyse'>;
}

/** One clip that is being looked through, for everyone who asked for it. */
interface Search {
  readonly curve: Promise<HighlightCurve>;
  readonly cancel: AbortController;
  readonly watchers: Set<(fraction: number) => void>;
  /** How many still want the answer. */
  wanted: number;
}

/** Looks through clips, each once, one after another. */
export class HighlightSearch implements HighlightAnalysis {
  readonly #tools: HighlightTools;
  readonly #turns = new OneAtATime();
  readonly #searches = new Map<AssetId, Search>();

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

  async analyse(assetId: AssetId, { signal, onProgress }: HighlightOptions = {}): Promise<HighlightCurve> {
    if (signal?.aborted) throw cancelled();
    const known = (await this.cached([assetId])).get(assetId);
    if (known) return known;
    const search = this.#searches.get(assetId) ?? this.#begin(assetId);
    search.wanted++;
    if (onProgress) search.watchers.add(onProgress);
    try {
      return await untilAborted(search.curve, signal);
    } finally {
      if (onProgress) search.watchers.delete(onProgress);
      search.wanted--;
      if (search.wanted === 0) this.#end(assetId, search);
    }
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

  #begin(assetId: AssetId): Search {
    const cancel = new AbortController();
    const watchers = new Set<(fraction: number) => void>();
    const report = (fraction: number) => {
      for (const watcher of watchers) watcher(fraction);
    };
    const curve = this.#turns.run(() => this.#look(assetId, cancel.signal, report));
    // Whoever still waits is told; where nobody does, nobody needs to know.
    curve.catch(() => undefined);
    const search: Search = { curve, cancel, watchers, wanted: 0 };
    this.#searches.set(assetId, search);
    return search;
  }

  /** Nobody waits any more: it is done, or given up. Who asks next begins anew. */
  #end(assetId: AssetId, search: Search): void {
    search.cancel.abort();
    if (this.#searches.get(assetId) === search) this.#searches.delete(assetId);
  }

  async #look(assetId: AssetId, signal: AbortSignal, onProgress: (fraction: number) => void): Promise<HighlightCurve> {
    const { assets, curves, client } = this.#tools;
    if (signal.aborted) throw cancelled();
    const asset = (await assets.lookup([assetId])).get(assetId);
    if (asset?.facts.kind !== 'video') throw notFound(asset, assetId);
    const bytes = await assets.playable(assetId);
    const clip = { assetId, name: asset.name, mimeType: bytes.type, bytes };
    const curve = await client.analyse({ clip, onProgress, signal });
    await curves.put(asset.hash, curve);
    return curve;
  }
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(cancelled());
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function cancelled(): StudioError {
  return new StudioError('cancelled', 'Cancelled.');
}

function notFound(asset: MediaAsset | undefined, id: AssetId): StudioError {
  return new StudioError('not-found', 'This clip is no longer in the library. Add it again.', {
    rule: 'asset is a clip',
    value: asset?.facts.kind ?? id,
  });
}
