import { StudioError } from '#core/errors.ts';
import type { ProductFile } from '#core/offline/product-file.ts';
import { isImmutable } from '#core/offline/request-route.ts';
import { namingErrors } from './storage-error.ts';

/**
 * The product's own files, one cache for each version. A version's cache stays as long as a tab of that version is open: a
 * tab that renders must find its code where the host has only the next version's.
 */

const NAME_PREFIX = 'studio-product-';
const LOCK_PREFIX = 'studio-runs-';
/** What lies at the host beside the product, and changes without a new version. */
const HOST_CACHE = 'studio-host';
const BY_ADDRESS = { ignoreVary: true, ignoreSearch: true };

export interface LoadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told of each piece that has come, in bytes. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

export class ProductCache {
  constructor(
    private readonly version: string,
    /** Absolute address of the product, ending in `/`. */
    private readonly baseAddress: string,
  ) {}

  /** A kept answer: this version's, and for a name that means the same bytes in all of them, any version's. */
  async find(path: string): Promise<Response | undefined> {
    const address = this.#addressOf(path);
    const own = await this.#kept(path);
    if (own || !isImmutable(path)) return own;
    return await caches.match(address, BY_ADDRESS);
  }

  /** Loads those files that are not kept yet, one after the other. @throws as `load`. */
  async complete(files: readonly ProductFile[]): Promise<void> {
    for (const file of files) if (!(await this.#kept(file.path))) await this.load(file);
  }

  /** True where the file is kept, byte for byte as the build listed it. */
  async isIntact({ path, integrity }: ProductFile): Promise<boolean> {
    const kept = await this.#kept(path);
    return kept !== undefined && (await integrityOf(await kept.blob())) === integrity;
  }

  /**
   * Loads a file anew.
   * @throws StudioError `connection-lost` where it does not come, `file-damaged` where other bytes come than listed,
   * `disk-full`, `cancelled`.
   */
  async load({ path, integrity }: ProductFile, { signal, onBytes }: LoadOptions = {}): Promise<void> {
    const address = this.#addressOf(path);
    const cache = await this.#open();
    // The service worker would answer with what is kept.
    await cache.delete(address, BY_ADDRESS);
    // A name without a hash may stand for an older file in the browser's own cache.
    const first = { cache: isImmutable(path) ? 'default' : 'no-cache', signal } as const;
    let { bytes, headers } = await download(address, first, onBytes);
    if ((await integrityOf(bytes)) !== integrity) {
      // From a cache on the way, a damaged file would come again and again.
      ({ bytes, headers } = await download(address, { cache: 'reload', signal }));
      if ((await integrityOf(bytes)) !== integrity) throw otherBytes(address, integrity);
    }
    await namingErrors(cache.put(address, new Response(bytes, { headers })), 'the studio on this device');
  }

  /** Keeps what the network gave for a file, unless it is something else: it would be what every later visit gets. */
  async keepIfIntact({ path, integrity }: ProductFile, response: Response): Promise<void> {
    const bytes = await response.blob();
    if ((await integrityOf(bytes)) === integrity) {
      await this.keep(path, new Response(bytes, { headers: response.headers }));
    }
  }

  /** Keeps an answer as it is. */
  async keep(path: string, response: Response): Promise<void> {
    await (await this.#open()).put(this.#addressOf(path), response);
  }

  /** Does something during which nobody forgets this version, such as filling it. */
  async whileInUse(work: () => Promise<void>): Promise<void> {
    await navigator.locks.request(LOCK_PREFIX + this.version, { mode: 'shared' }, work);
  }

  /** Removes versions that nobody uses any more. Whoever calls it runs the newest. */
  async forgetOthers(): Promise<void> {
    // In this order: a version that comes meanwhile has its lock before it has a cache.
    const names = await caches.keys();
    const { held = [] } = await navigator.locks.query();
    const running = new Set(held.map(({ name }) => name));
    for (const name of names) {
      if (!name.startsWith(NAME_PREFIX) || name === NAME_PREFIX + this.version) continue;
      if (!running.has(LOCK_PREFIX + name.slice(NAME_PREFIX.length))) await caches.delete(name);
    }
  }

  async #kept(path: string): Promise<Response | undefined> {
    return await (await this.#open()).match(this.#addressOf(path), BY_ADDRESS);
  }

  #open(): Promise<Cache> {
    return caches.open(NAME_PREFIX + this.version);
  }

  #addressOf(path: string): string {
    return new URL(path, this.baseAddress).href;
  }
}

interface Way {
  readonly cache: RequestCache;
  readonly signal: AbortSignal | undefined;
}

async function download(address: string, { cache, signal }: Way, onBytes?: (bytes: number) => void) {
  try {
    const response = await fetch(address, { cache, ...(signal && { signal }) });
    if (!response.ok || !response.body) throw notThere(address, `HTTP ${response.status}`);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      onBytes?.(value.length);
    }
    const type = response.headers.get('content-type') ?? '';
    return { bytes: new Blob(parts, { type }), headers: response.headers };
  } catch (thrown) {
    if (signal?.aborted) throw new StudioError('cancelled', 'Cancelled.');
    throw thrown instanceof StudioError ? thrown : notThere(address, String(thrown));
  }
}

async function integrityOf(bytes: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

function notThere(address: string, cause: string): StudioError {
  return new StudioError(
    'connection-lost',
    `A part of the studio could not be loaded (${address}). Check the connection and try again: what has come already stays.`,
    { file: address, rule: 'address answers', cause },
  );
}

function otherBytes(address: string, integrity: string): StudioError {
  return new StudioError(
    'file-damaged',
    `What came from ${address} is not the file of this version, so it was thrown away. Reload the page and try again.`,
    { file: address, rule: 'SHA-256', value: integrity },
  );
}

/** Says that this page runs a version, until the page goes away. */
export function holdVersion(version: string): void {
  const forEver = new Promise<never>(() => undefined);
  // Rejects only when the page is on its way out.
  navigator.locks.request(LOCK_PREFIX + version, { mode: 'shared' }, () => forEver).catch(() => undefined);
}

/** The host's answer, or the last good one where it has none now; a network error where there never was one. */
export async function freshest(request: Request): Promise<Response> {
  const cache = await caches.open(HOST_CACHE);
  const response = await fetch(request).catch(() => Response.error());
  if (response.ok) {
    // On a full disk nothing is kept, and all the same there is an answer.
    await cache.put(request, response.clone()).catch(() => undefined);
    return response;
  }
  const hasNoAnswer = response.type === 'error' || response.status >= 500;
  return (hasNoAnswer && (await cache.match(request, BY_ADDRESS))) || response;
}
