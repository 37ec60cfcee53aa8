import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { TestFile } from '../harness/compositor/project-plan.ts';

const DEMO = resolve(import.meta.dirname, '../../public/demo');

/** Paths of the product's own sample photos. */
export function demoPhotos(count: number): string[] {
  return Array.from({ length: count }, (_, index) => resolve(DEMO, `photo-${index + 1}.jpg`));
}

/** Files of this machine in the form in which the test pages take them. */
export function testFiles(paths: readonly string[]): Promise<TestFile[]> {
  return Promise.all(paths.map(testFile));
}

export async function testFile(path: string): Promise<TestFile> {
  return { name: basename(path), base64: (await readFile(path)).toString('base64') };
}
