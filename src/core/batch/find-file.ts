import type { BatchFile } from './batch-row.ts';

/** The file of a name in a cell, or why there is none, in words. */
export type FileFinder = (name: string) => BatchFile | string;

/** A file that could not be taken in. */
export interface RefusedFile {
  readonly name: string;
  readonly reason: string;
}

/**
 * Finds files as tables name them: exactly, else by the last part of a path, in any case. Of two of one name the later
 * one counts.
 */
export function fileFinder(files: readonly BatchFile[], refused: readonly RefusedFile[] = []): FileFinder {
  const exact = new Map(files.map((file) => [file.name, file]));
  const loose = new Map(files.map((file) => [looseName(file.name), file]));
  const reasons = new Map(refused.flatMap(({ name, reason }) => [name, looseName(name)].map((key) => [key, reason])));
  return (name) =>
    exact.get(name) ??
    reasons.get(name) ??
    loose.get(looseName(name)) ??
    reasons.get(looseName(name)) ??
    `There is no file “${name}” here yet. Add it, or correct its name.`;
}

/** Files of one name count once: the later one. */
export function withFiles(known: readonly BatchFile[], added: readonly BatchFile[]): BatchFile[] {
  const names = new Set(added.map(({ name }) => name));
  const latest = new Map(added.map((file) => [file.name, file]));
  return [...known.filter(({ name }) => !names.has(name)), ...latest.values()];
}

function looseName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? name).normalize('NFC').toLowerCase();
}
