import { splitPath } from './paths.ts';

/** Reading, listing and removing files of the origin's private file system. Writing is the `ByteSink`'s. */

/** A path's directory; made with everything above it where it is not there. */
export async function openDirectory(path: string): Promise<FileSystemDirectoryHandle> {
  let directory = await navigator.storage.getDirectory();
  for (const name of path.split('/').filter((part) => part !== '')) {
    directory = await directory.getDirectoryHandle(name, { create: true });
  }
  return directory;
}

/** @returns the file as it lies on disk, or null where there is none. */
export async function readFile(path: string): Promise<File | null> {
  const { directory, name } = splitPath(path);
  const folder = await openDirectory(directory);
  return await absentAsNull(async () => (await folder.getFileHandle(name)).getFile());
}

/**
 * Removes a file; one that is not there counts as removed.
 * @throws DOMException `NoModificationAllowedError` while a worker has it open.
 */
export async function removeFile(path: string): Promise<void> {
  const { directory, name } = splitPath(path);
  const folder = await openDirectory(directory);
  await absentAsNull(() => folder.removeEntry(name));
}

/** Makes an empty file where there is none. */
export async function createFile(path: string): Promise<void> {
  const { directory, name } = splitPath(path);
  await (await openDirectory(directory)).getFileHandle(name, { create: true });
}

/**
 * Removes a directory with everything in it; one that is not there counts as removed.
 * @throws DOMException `NoModificationAllowedError` while a worker has a file in it open.
 */
export async function removeDirectory(path: string): Promise<void> {
  const { directory, name } = splitPath(path);
  const folder = await openDirectory(directory);
  await absentAsNull(() => folder.removeEntry(name, { recursive: true }));
}

export async function listDirectories(directory: string): Promise<string[]> {
  const folder = await openDirectory(directory);
  const names: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory') names.push(name);
  }
  return names;
}

export async function listFiles(directory: string): Promise<string[]> {
  const folder = await openDirectory(directory);
  const names: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'file') names.push(name);
  }
  return names;
}

/** All files under a directory, by their paths in it, with their sizes in bytes. */
export async function listFileSizes(directory: string): Promise<{ readonly name: string; readonly bytes: number }[]> {
  return await sizesIn(await openDirectory(directory), '');
}

async function sizesIn(folder: FileSystemDirectoryHandle, path: string): Promise<{ name: string; bytes: number }[]> {
  const found: { name: string; bytes: number }[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory') found.push(...(await sizesIn(handle, `${path}${name}/`)));
    else found.push({ name: `${path}${name}`, bytes: (await handle.getFile()).size });
  }
  return found;
}

/** `move` is in every browser that has sync access handles, but not yet in TypeScript's types. */
interface MovableFileHandle extends FileSystemFileHandle {
  move(directory: FileSystemDirectoryHandle, name: string): Promise<void>;
}

/** Renames a file within one file system: no byte is copied. Replaces what stood at `to`. */
export async function moveFile(from: string, to: string): Promise<void> {
  const source = splitPath(from);
  const target = splitPath(to);
  const handle = await (await openDirectory(source.directory)).getFileHandle(source.name);
  await (handle as MovableFileHandle).move(await openDirectory(target.directory), target.name);
}

/**
 * Repeats a removal while a worker that was just ended still holds a file of it, which it does for a moment: a second
 * at most where nothing else is going on, several on a busy machine.
 * @param patienceMs how long it is tried.
 * @throws what the removal throws in the end.
 */
export async function onceReleased(remove: () => Promise<void>, patienceMs = 1_000): Promise<void> {
  const pauseMs = 50;
  const attempts = Math.ceil(patienceMs / pauseMs);
  for (let attempt = 1; ; attempt++) {
    try {
      return await remove();
    } catch (error) {
      const held = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!held || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** A worker that was just ended holds its file for a moment: what is still open is left to a later sweep. */
export async function removeUnlessOpen(remove: () => Promise<void>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NoModificationAllowedError')) throw error;
  }
}

async function absentAsNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}
