import { createHash } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../../.cache/e2e');

/**
 * Path of a file that tests use, made once: its folder is named by the recipe, so a changed recipe makes a new file
 * and the file keeps the name that a person would see.
 * @param recipe everything that the content follows from.
 */
export async function cachedFixture(
  name: string,
  recipe: unknown,
  make: (path: string) => Promise<unknown>,
): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 12);
  const folder = join(FOLDER, key);
  const path = join(folder, name);
  if (await exists(path)) return path;
  await mkdir(folder, { recursive: true });
  // A run that is stopped half-way must not leave half a file under the final name.
  const draft = join(folder, `draft-${process.pid}-${name}`);
  try {
    await make(draft);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return path;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
