import { type ProductVersion, VERSION_LIST } from '#core/offline/product-file.ts';
import { requestRoute } from '#core/offline/request-route.ts';
import type { ServiceWorkerMessage } from '#protocol/service-worker.ts';
import { freshest, ProductCache } from '#storage/product-cache.ts';
import { keepShared } from '#storage/share-inbox.ts';

/** Answers the product's requests from what is kept of it, so that it opens offline and old tabs keep their code. */

declare const self: ServiceWorkerGlobalScope;
/** This version and its files: the build puts it before the code. */
declare const PRODUCT: ProductVersion;

/** What makes a page cross-origin isolated, for hosts that cannot send it. */
const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const BASE = self.registration.scope;
const product = new ProductCache(PRODUCT.version, BASE);
const listed = new Map(PRODUCT.files.map((file) => [file.path, file]));
/** The smallest first: most files are there within a moment, should the host lose them in the next one. */
const filesOf = (part: 'shell' | 'code') =>
  PRODUCT.files.filter((file) => file.part === part).sort((a, b) => a.bytes - b.bytes);

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  // Only pages of this origin can reach it.
  const message: ServiceWorkerMessage = event.data;
  if (message.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (message.type === 'opened') event.waitUntil(tidy());
  // What cannot be had now is asked for again with the next work.
  if (message.type === 'keep-code' && message.version === PRODUCT.version)
    event.waitUntil(product.complete(filesOf('code')).catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  const route = requestRoute({
    method: request.method,
    isNavigation: request.mode === 'navigate',
    hasRange: request.headers.has('range'),
    isAnew: request.cache === 'reload',
    path,
  });
  if (route === 'page') event.respondWith(answer(event, ''));
  if (route === 'file' && path !== null) event.respondWith(answer(event, path));
  if (route === 'share') event.respondWith(receive(request));
  if (route === 'freshest') event.respondWith(freshest(request).then(isolated));
});

async function install(): Promise<void> {
  await product.whileInUse(async () => {
    await product.complete(filesOf('shell'));
    // Pages read there what this version is made of.
    await product.keep(VERSION_LIST, Response.json(PRODUCT));
  });
}

async function takeOver(): Promise<void> {
  // Pages that were opened before there was a service worker.
  await self.clients.claim();
  await tidy();
}

async function tidy(): Promise<void> {
  const { installing, waiting } = self.registration;
  // The next version's files are not for this one to remove.
  if (!installing && !waiting) await product.forgetOthers();
}

async function answer(event: FetchEvent, path: string): Promise<Response> {
  // What cannot be read is as good as not kept.
  const kept = await product.find(path).catch(() => undefined);
  if (kept) return isolated(kept);
  const response = await fetch(event.request);
  const file = listed.get(path);
  // Beside the answer: whoever waits for a large file sees it come.
  if (file && response.ok) event.waitUntil(product.keepIfIntact(file, response.clone()));
  return isolated(response);
}

/** Keeps what was shared, and opens the studio, which asks what to do with it. */
async function receive(request: Request): Promise<Response> {
  try {
    await keepShared(await request.formData(), Date.now());
    return Response.redirect(BASE, 303);
  } catch {
    // The page says what to do: here nobody can be told.
    return Response.redirect(`${BASE}?share-failed`, 303);
  }
}

/** Relative to the product; null for an address that is not the product's. */
function pathOf(address: string): string | null {
  const { origin, pathname } = new URL(address);
  const plain = origin + pathname;
  return plain.startsWith(BASE) ? plain.slice(BASE.length) : null;
}

function isolated(response: Response): Response {
  if (response.type === 'opaqueredirect' || response.type === 'error') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION_HEADERS)) if (!headers.has(name)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
