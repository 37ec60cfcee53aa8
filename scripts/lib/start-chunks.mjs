import { inProject } from './paths.mjs';

/**
 * Puts what opens the page into three chunks: what starts it, with React, what builds the studio, and what draws it first. The bundler alone
 * makes about a hundred of it, one for each set of lazy parts that share something, and small files compress badly.
 *
 * @typedef {{ getModuleInfo(id: string): { importedIds: readonly string[], dynamicallyImportedIds: readonly string[] } | null }} Context
 */

/** @typedef {(typeof CHUNKS)[number]} Chunk */
const CHUNKS = /** @type {const} */ (['start', 'studio', 'screen']);

/** Those that the entry asks for. */
const LATER = /** @type {readonly Chunk[]} */ (['studio', 'screen']);

const MAIN = inProject('src/main.tsx');
/** What the entry loads beside the rest of the start. */
const SCREEN = inProject('src/ui/app.tsx');

/** They import everything that they have, of which the start needs little: what it needs is found beside them. */
const COLLECTIONS = /\/node_modules\/(lucide-react|radix-ui)\//;

/** Groups for the bundler's `output.codeSplitting`. */
export function startChunks() {
  /** @type {Map<string, Chunk> | null} */
  let chunks = null;
  /** @param {string} id of a module @param {Context} context */
  const chunkOf = (id, context) => {
    chunks ??= chunksOf(context);
    return chunks.get(id) ?? null;
  };
  // In this order: a group takes what its modules import along with them, and no chunk may wait for one that comes later.
  return CHUNKS.map((chunk, place) => ({
    priority: CHUNKS.length - place,
    /** @param {string} id @param {Context} context */
    name: (id, context) => (chunkOf(id, context) === chunk ? chunk : null),
  }));
}

/** Has the browser load them all at once, instead of each when the one before asks for it. @returns {import('vite').Plugin} */
export function preloadStart() {
  return {
    name: 'preload-start',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.values(bundle ?? {})
          .filter((output) => output.type === 'chunk' && LATER.some((chunk) => chunk === output.name))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
            injectTo: 'head',
          })),
    },
  };
}

/** Which chunk each module of the start is for. @param {Context} context */
function chunksOf(context) {
  /** @type {Map<string, Chunk>} */
  const chunks = new Map();
  /** @param {readonly string[]} ids @param {Chunk} chunk */
  const take = (ids, chunk) => {
    for (const id of ids) {
      if (chunks.has(id) || COLLECTIONS.test(id)) continue;
      chunks.set(id, chunk);
      take(context.getModuleInfo(id)?.importedIds ?? [], chunk);
    }
  };
  // Not the entry itself: it waits for the others, which must not wait for it.
  take(context.getModuleInfo(MAIN)?.importedIds ?? [], 'start');
  const started = context.getModuleInfo(MAIN)?.dynamicallyImportedIds ?? [];
  take(
    started.filter((id) => id !== SCREEN),
    'studio',
  );
  take([SCREEN], 'screen');
  return chunks;
}
