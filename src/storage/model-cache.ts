import { StudioError } from '#core/errors.ts';
import { namingErrors } from './storage-error.ts';

/** Changes when what is kept with a file changes. */
const CACHE_NAME = 'speech-models-1';
/** Under which a file's hash is kept with it. */
const HASH_HEADER = 'x-sha-256';

/**
 * Files of models, each loaded from its address once and kept with the hash of its bytes. What is kept is checked at
 * every use, since a model with one wrong byte says nonsense without an error; what is wrong is loaded again.
 */
export class ModelCache {
  /**
   * @param address absolute; a new version of a file needs a new address.
   * @param expected SHA-256 of its bytes in hex; null takes what comes.
   * @param onProgress 0 to 1; not called for a file that is kept.
   * @throws StudioError `not-found` where the address gives no such file, `storage-failed` where it cannot be reached,
   * `file-damaged` where other bytes come than expected, `disk-full`.
   */
  async file(address: string, expected: string | null, onProgress: (fraction: number) => void): Promise<Blob> {
    const cache = await namingErrors(caches.open(CACHE_NAME), 'speech models');
    const kept = await intact(cache, address, expected);
    if (kept) return kept;
    await cache.delete(address);
    const bytes = await download(address, onProgress);
    const hash = await sha256(bytes);
    if (expected !== null && hash !== expected) throw otherBytes(address, expected);
    const headers = { [HASH_HEADER]: hash, 'content-length': String(bytes.size) };
    await namingErrors(cache.put(address, new Response(bytes, { headers })), 'the speech model');
    return bytes;
  }

  /** True where a file is kept with the bytes that it came with, or that are expected. */
  async isIntact(address: string, expected: string | null): Promise<boolean> {
    const cache = await namingErrors(caches.open(CACHE_NAME), 'speech models');
    return (await intact(cache, address, expected)) !== null;
  }

  /** True where every one of these addresses has been loaded. */
  async holds(addresses: readonly string[]): Promise<boolean> {
    const cache = await namingErrors(caches.open(CACHE_NAME), 'speech models');
    const kept = await Promise.all(addresses.map((address) => cache.match(address)));
    return kept.every((response) => response !== undefined);
  }
}

async function intact(cache: Cache, address: string, expected: string | null): Promise<Blob | null> {
  const kept = await cache.match(address);
  if (!kept) return null;
  const bytes = await kept.blob();
  return (await sha256(bytes)) === (expected ?? kept.headers.get(HASH_HEADER)) ? bytes : null;
}

async function download(address: string, onProgress: (fraction: number) => void): Promise<Blob> {
  const response = await request(address);
  const type = response.headers.get('content-type') ?? '';
  // Hosts of single pages answer any address with their page.
  if (!response.ok || !response.body || type.startsWith('text/html')) throw notThere(address, response.status);
  const length = Number(response.headers.get('content-length'));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const reader = response.body.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    loaded += value.length;
    if (length > 0) onProgress(Math.min(1, loaded / length));
  }
  return new Blob(parts);
}

async function request(address: string): Promise<Response> {
  try {
    return await fetch(address);
  } catch (thrown) {
    throw new StudioError(
      'storage-failed',
      `${address} cannot be reached, and the speech model is not on this machine yet. Connect once, or choose a folder that holds a model.`,
      { file: address, rule: 'address answers', cause: String(thrown) },
      { cause: thrown },
    );
  }
}

function otherBytes(address: string, expected: string): StudioError {
  return new StudioError(
    'file-damaged',
    `What came from ${address} is not the speech model that was expected, so it was thrown away. Try again, or choose another model.`,
    { file: address, rule: 'SHA-256', value: expected },
  );
}

function notThere(address: string, status: number): StudioError {
  return new StudioError(
    'not-found',
    `No speech model is at ${address} (HTTP ${status}). Put one there, or choose a folder that holds a model.`,
    { file: address, rule: 'address gives the file', value: status },
  );
}

async function sha256(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
