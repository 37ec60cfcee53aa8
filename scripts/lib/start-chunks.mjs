import { inProject } from './paths.mjs';

/**
 * Puts what opens the page into two chunks beside React: what builds the studio, and what draws it first. The bundler alone
 * makes about a hundred of it, one for each set of lazy parts that share something, and small files compress badly.
 *
 * @typedef {{ getModuleInfo(id: string): { importedIds: readonly string[], dynamicallyImportedIds: readonly string[] } | null }} Context
 */

const MAIN = inProject('src/main.tsx');
/** What the entry loads beside the rest of the start. */
const SCREEN = inProject('src/ui/app.tsx');

/** They import everything that they have, of which the start needs little: what it needs is found beside them. */
const COLLECTIONS = /\/node_modules\/(lucide-react|radix-ui)\//;

/** A group for the bundler's `output.codeSplitting`. */
export function startChunks() {
  /** @type {Map<string, 'studio' | 'screen' | null> | null} */
  let chunks = null;
  return {
    /** @param {string} id of a module @param {Context} context */
    name(id, context) {
      chunks ??= chunksOf(context);
      return chunks.get(id) ?? null;
    },
  };
}

/** Which chunk each module of the start is for; null for the entry's own. @param {Context} context */
function chunksOf(context) {
  /** @type {Map<string, 'studio' | 'screen' | null>} */
  const chunks = new Map();
  /** @param {readonly string[]} ids @param {'studio' | 'screen' | null} chunk */
  const take = (ids, chunk) => {
    for (const id of ids) {
      if (chunks.has(id) || COLLECTIONS.test(id)) continue;
      chunks.set(id, chunk);
      take(context.getModuleInfo(id)?.importedIds ?? [], chunk);
    }
  };
  take([MAIN], null);
  const started = context.getModuleInfo(MAIN)?.dynamicallyImportedIds ?? [];
  take(
    started.filter((id) => id !== SCREEN),
    'studio',
  );
  take([SCREEN], 'screen');
  return chunks;
}
