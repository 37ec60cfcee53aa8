import { join } from 'node:path';
import { cachedFixture } from '../fixture-cache.ts';
import { ffmpeg } from '../process.ts';

/** One file of the folder of odd media: what it is called, and how it is made. */
export interface OddFile {
  readonly name: string;
  readonly make: () => Promise<string>;
}

/** By arguments of ffmpeg, of which the path of the file becomes the last. */
export function byFfmpeg(name: string, args: readonly string[]): OddFile {
  return { name, make: () => cachedFixture(name, { args }, (path) => ffmpeg([...args, path])) };
}

/**
 * From another odd file.
 * @param args of ffmpeg, behind its input; `before`, those before it.
 */
export function remade(name: string, from: OddFile, args: readonly string[], before: readonly string[] = []): OddFile {
  return {
    name,
    make: async () => {
      const source = await from.make();
      return cachedFixture(name, { source: source.split('/').slice(-2).join('/'), args, before }, (path) =>
        ffmpeg([...before, '-i', source, ...args, path]),
      );
    },
  };
}

/** A source of lavfi that is an input. */
export function lavfi(source: string): string[] {
  return ['-f', 'lavfi', '-i', source];
}

export function draftBeside(path: string, name: string): string {
  return join(path, '..', `${process.pid}-${name}`);
}
