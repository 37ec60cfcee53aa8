import type { RenderJob } from '../job/job.ts';
import type { MediaAsset } from '../media/asset.ts';
import type { OwnFont } from '../text/own-font.ts';
import { type ArchivedFile, archivedMediaPath, archivedVideoPaths } from './archive-layout.ts';

/** The rows of an archive that name files, its list of files, and the files that it has. */
export interface ArchiveContents {
  readonly assets: readonly MediaAsset[];
  readonly jobs: readonly RenderJob[];
  readonly fonts: readonly OwnFont[];
  readonly files: readonly ArchivedFile[];
  readonly found: readonly { readonly path: string; readonly bytes: number }[];
}

export interface WrongContent {
  /** A sentence. */
  readonly why: string;
  readonly rule: string;
  readonly value: string;
}

/** The first thing that does not go together; null where each row has its files and each file its row. */
export function checkContents({ assets, jobs, fonts, files, found }: ArchiveContents): WrongContent | null {
  const sizes = new Map(found.map(({ path, bytes }) => [path, bytes]));
  const listed = new Map(files.map((file) => [file.path, file]));
  if (listed.size !== files.length) return wrong('its list of files names one twice.', 'each file once', 'files');
  for (const { path, bytes, sha256 } of files) {
    if (!sizes.has(path)) return wrong(`“${path}” is in its list and not in it.`, 'listed files are there', path);
    if (sizes.get(path) !== bytes) return wrong(`“${path}” has another size than listed.`, 'size as listed', path);
    if (path.startsWith('media/') && path !== archivedMediaPath(sha256)) {
      return wrong(`“${path}” is listed with another hash.`, 'media are named by their SHA-256', path);
    }
  }
  const unlisted = found.find(({ path }) => !listed.has(path));
  if (unlisted) return wrong(`“${unlisted.path}” is not in its list of files.`, 'files are listed', unlisted.path);
  const named = new Set<string>();
  for (const { name, hash, bytes, rendition } of assets) {
    for (const part of rendition ? [{ hash, bytes }, rendition] : [{ hash, bytes }]) {
      const path = archivedMediaPath(part.hash);
      if (listed.get(path)?.bytes !== part.bytes)
        return wrong(`the file of “${name}” is missing.`, 'file of an asset', path);
      named.add(path);
    }
  }
  for (const { name, hash, bytes } of fonts) {
    const path = archivedMediaPath(hash);
    if (listed.get(path)?.bytes !== bytes) return wrong(`the file of “${name}” is missing.`, 'file of a font', path);
    named.add(path);
  }
  for (const { id, status, project, output } of jobs) {
    if (status !== 'completed' || !output)
      return wrong('it has an export that is not finished.', 'finished exports', id);
    const { video, thumbnail } = archivedVideoPaths(id);
    if (listed.get(video)?.bytes !== output.bytes || !listed.has(thumbnail)) {
      return wrong(`the video of “${project.name}” is missing.`, 'file of a finished export', video);
    }
    named.add(video).add(thumbnail);
  }
  const unnamed = files.find(({ path }) => !named.has(path));
  return unnamed ? wrong(`nothing in it uses “${unnamed.path}”.`, 'each file has its row', unnamed.path) : null;
}

function wrong(why: string, rule: string, value: string): WrongContent {
  return { why, rule, value };
}
