import { StudioError } from '#core/errors.ts';
import { whileBringingFiles } from '#storage/files/file-lock.ts';
import { onceReleased, readFile, removeFile } from '#storage/files/file-system.ts';
import { temporaryDirectory } from '#storage/files/paths.ts';

/** Where what a tool has made waits until it is saved. */
export interface ResultFiles {
  readonly directory: string;
  /** A place for a new file, which nobody sweeps until it is given up. */
  reserve(): Promise<ReservedFile>;
}

export interface ReservedFile {
  readonly path: string;
  /** @throws StudioError `not-found`. */
  read(): Promise<File>;
  /** Removes it. */
  giveUp(): Promise<void>;
}

/** In the folder for what is on its way: what a closed page leaves there is removed at the next start. */
export function createResultFiles(workspaceId: string): ResultFiles {
  const directory = temporaryDirectory(workspaceId);
  return {
    directory,
    async reserve() {
      const path = `${directory}/${crypto.randomUUID()}`;
      const release = await holdLock(workspaceId);
      return {
        path,
        async read() {
          const file = await readFile(path);
          if (file) return file;
          throw new StudioError('not-found', 'The finished video is gone: it was not saved in time. Make it again.', {
            rule: 'the file is there',
            value: path,
          });
        },
        async giveUp() {
          try {
            await onceReleased(() => removeFile(path));
          } finally {
            release();
          }
        },
      };
    },
  };
}

/** @returns what lets go of it. */
function holdLock(workspaceId: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    whileBringingFiles(workspaceId, () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}
