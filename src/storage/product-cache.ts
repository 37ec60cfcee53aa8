import type { ProductFile } from '#core/offline/product-file.ts';
import { isImmutable } from '#core/offline/request-route.ts';

/**
 * The product's own files, one cache for each version. A version's cache stays as long as a tab of that version is open: a
 * tab that renders must find its code where the host has only the next version's.
 */

const NAME_PREFIX = 'studio-product-';
const LOCK_PREFIX = 'studio-runs-';
/** What lies at the host beside the product, and changes without a new version. */
const HOST_CACHE = 'studio-host';
const BY_ADDRESS = { ignoreVary: true, ignoreSearch: true };

export class ProductCache {
  constructor(
    private readonly version: string,
    /** Absolute address of the product, ending in `/`. */
    private readonly baseAddress: string,
  ) {}

  /** A kept answer: this version's, and for a name that means the same bytes in all of them, any version's. */
  async find(path: string): Promise<Response | undefined> {
    const address = this.#addressOf(path);
    const own = await (await this.#open()).match(address, BY_ADDRESS);
    if (own || !isImmutable(path)) return own;
    return await caches.match(address, BY_ADDRESS);
  }

  /** Loads those files that are not kept yet, one after the other. @throws TypeError where one cannot be had as listed. */
  async complete(files: readonly ProductFile[], signal?: AbortSignal): Promise<void> {
    const cache = await this.#open();
    for (const file of files) {
      if (await cache.match(this.#addressOf(file.path), BY_ADDRESS)) continue;
      await this.load(file, signal);
    }
  }

  /** @throws TypeError where other bytes come than listed, or none. */
  async load({ path, integrity }: ProductFile, signal?: AbortSignal): Promise<void> {
    const address = this.#addressOf(path);
    // A name without a hash may stand for an older file in the browser's own cache.
    const cache = isImmutable(path) ? 'default' : 'no-cache';
    const response = await fetch(address, { integrity, cache, ...(signal && { signal }) });
    if (!response.ok) throw new TypeError(`${address} answers with HTTP ${response.status}.`);
    await (await this.#open()).put(address, response);
  }

  /** Keeps what the network gave for a file. */
  async keep(path: string, response: Response): Promise<void> {
    await (await this.#open()).put(this.#addressOf(path), response);
  }

  /** Removes versions that no open tab runs any more. Whoever calls it runs the newest. */
  async forgetOthers(): Promise<void> {
    const { held = [] } = await navigator.locks.query();
    const running = new Set(held.map(({ name }) => name));
    for (const name of await caches.keys()) {
      if (!name.startsWith(NAME_PREFIX) || name === NAME_PREFIX + this.version) continue;
      if (!running.has(LOCK_PREFIX + name.slice(NAME_PREFIX.length))) await caches.delete(name);
    }
  }

  #open(): Promise<Cache> {
    return caches.open(NAME_PREFIX + this.version);
  }

  #addressOf(path: string): string {
    return new URL(path, this.baseAddress).href;
  }
}

/** Says that this page runs a version, until the page goes away. */
export function holdVersion(version: string): void {
  const forEver = new Promise<never>(() => undefined);
  // Rejects only when the page is on its way out.
  navigator.locks.request(LOCK_PREFIX + version, { mode: 'shared' }, () => forEver).catch(() => undefined);
}

/** The network's answer, or the last one that it gave. @throws what `fetch` throws where there never was one. */
export async function freshest(request: Request): Promise<Response> {
  const cache = await caches.open(HOST_CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, BY_ADDRESS);
    if (kept) return kept;
    throw error;
  }
}
