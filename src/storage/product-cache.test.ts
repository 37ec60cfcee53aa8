import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshest, ProductCache } from './product-cache.ts';

const BASE = 'https://studio.example/';
const RIGHT = 'export const answer = 42;';
const WRONG = 'export const ans';
const FILE = {
  path: 'assets/app-12345678.js',
  bytes: RIGHT.length,
  integrity: await integrityOf(RIGHT),
  part: 'code',
} as const;

async function integrityOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** Browsers' caches, as far as they are used: answers by address. */
class Caches {
  readonly #all = new Map<string, Map<string, Response>>();
  isFull = false;

  async open(name: string) {
    const answers = this.#all.get(name) ?? new Map<string, Response>();
    this.#all.set(name, answers);
    return {
      match: async (key: string | Request) => answers.get(addressOf(key))?.clone(),
      delete: async (key: string | Request) => answers.delete(addressOf(key)),
      put: async (key: string | Request, answer: Response) => {
        if (this.isFull) throw new DOMException('No room.', 'QuotaExceededError');
        answers.set(addressOf(key), answer);
      },
    };
  }

  match = async (key: string) =>
    [...this.#all.values()]
      .find((answers) => answers.has(key))
      ?.get(key)
      ?.clone();
  keys = async () => [...this.#all.keys()];
  delete = async (name: string) => this.#all.delete(name);
}

function addressOf(key: string | Request): string {
  return typeof key === 'string' ? key : key.url;
}

let kept: Caches;
let locks: string[];
const product = new ProductCache('new', BASE);

beforeEach(() => {
  kept = new Caches();
  locks = [];
  vi.stubGlobal('caches', kept);
  vi.stubGlobal('navigator', {
    locks: {
      query: async () => ({ held: locks.map((name) => ({ name })) }),
      request: async (name: string, _: LockOptions, work: () => Promise<void>) => {
        locks.push(name);
        await work();
        locks.splice(locks.indexOf(name), 1);
      },
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

/** What comes from the network, by the cache that may answer in its place. */
function networkGives(answers: Partial<Record<RequestCache, string>>): void {
  vi.stubGlobal('fetch', async (_: string, { cache = 'default' }: RequestInit) => new Response(answers[cache]));
}

describe('a file of a version', () => {
  test('is kept as the network gave it, where that is the file', async () => {
    await product.keepIfIntact(FILE, new Response(RIGHT));
    expect(await (await product.find(FILE.path))?.text()).toBe(RIGHT);
    expect(await product.isIntact(FILE)).toBe(true);
  });

  test.each([WRONG, '<!doctype html>'])('is not kept where something else came: %s', async (body) => {
    await product.keepIfIntact(FILE, new Response(body));
    expect(await product.find(FILE.path)).toBeUndefined();
  });

  test('is loaded past every cache where one of them has it damaged', async () => {
    networkGives({ default: WRONG, reload: RIGHT });
    await product.load(FILE);
    expect(await product.isIntact(FILE)).toBe(true);
  });

  test('is refused, and not kept, where the host has it damaged', async () => {
    networkGives({ default: WRONG, reload: WRONG });
    await expect(product.load(FILE)).rejects.toMatchObject({ code: 'file-damaged' });
    expect(await product.find(FILE.path)).toBeUndefined();
  });
});

describe('other versions are forgotten', () => {
  const names = ['studio-product-old', 'studio-product-new', 'speech-models'];

  test('but not caches of something else', async () => {
    for (const name of names) await kept.open(name);
    await product.forgetOthers();
    expect(await kept.keys()).toEqual(['studio-product-new', 'speech-models']);
  });

  test('but not one that a tab runs', async () => {
    for (const name of names) await kept.open(name);
    locks.push('studio-runs-old');
    await product.forgetOthers();
    expect(await kept.keys()).toEqual(names);
  });

  test('but not one that is being installed', async () => {
    const next = new ProductCache('next', BASE);
    await next.whileInUse(async () => {
      await next.keepIfIntact(FILE, new Response(RIGHT));
      await product.forgetOthers();
    });
    expect(await next.isIntact(FILE)).toBe(true);
  });
});

describe('the freshest answer', () => {
  const request = new Request(`${BASE}models/index.json`);
  const ask = async () => (await freshest(request)).text();

  test('is the last good one while the host cannot be reached, or is out of order', async () => {
    vi.stubGlobal('fetch', async () => new Response('first'));
    expect(await ask()).toBe('first');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await ask()).toBe('first');
    vi.stubGlobal('fetch', async () => new Response('Bad gateway', { status: 502 }));
    expect(await ask()).toBe('first');
  });

  test('is the host’s, which may have none any more', async () => {
    vi.stubGlobal('fetch', async () => new Response('first'));
    await ask();
    vi.stubGlobal('fetch', async () => new Response('Not found', { status: 404 }));
    expect(await ask()).toBe('Not found');
  });

  test('is there on a full disk, too', async () => {
    kept.isFull = true;
    vi.stubGlobal('fetch', async () => new Response('first'));
    expect(await ask()).toBe('first');
  });

  test('is a network error where there never was one', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect((await freshest(request)).type).toBe('error');
  });
});
