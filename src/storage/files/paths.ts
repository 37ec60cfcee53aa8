import type { ContentHash } from '#core/media/asset.ts';
import type { PartIndex } from '#core/render/render-part.ts';

/** Where files lie in the origin's private file system, as paths with `/`. */

/** What other apps have shared: of all workspaces, as whoever receives it does not know which one is open. */
export const SHARE_INBOX = 'incoming';

/** Everything of a workspace. */
export function workspaceDirectory(workspaceId: string): string {
  return `workspaces/${workspaceId}`;
}

export function mediaDirectory(workspaceId: string): string {
  return `${workspaceDirectory(workspaceId)}/media`;
}

export function outputDirectory(workspaceId: string): string {
  return `${workspaceDirectory(workspaceId)}/outputs`;
}

export function temporaryDirectory(workspaceId: string): string {
  return `${workspaceDirectory(workspaceId)}/tmp`;
}

/** Where all unfinished renders of a workspace lie. */
export function segmentsDirectory(workspaceId: string): string {
  return `${workspaceDirectory(workspaceId)}/segments`;
}

/** Files that are loaded from an address: what has arrived outlives a reload. */
export function downloadDirectory(workspaceId: string): string {
  return `workspaces/${workspaceId}/downloads`;
}

/** What was left when a database was gone: kept until a person decides. */
export function rescuedDirectory(workspaceId: string): string {
  return `${workspaceDirectory(workspaceId)}/rescued`;
}

export function mediaPath(workspaceId: string, hash: ContentHash): string {
  return `${mediaDirectory(workspaceId)}/${hash}`;
}

/** Where the parts of one unfinished render lie. */
export function partsDirectory(workspaceId: string, jobId: string): string {
  return `${segmentsDirectory(workspaceId)}/${jobId}`;
}

export function partPath(directory: string, index: PartIndex): string {
  return `${directory}/${index}`;
}

export interface OutputPaths {
  readonly video: string;
  readonly thumbnail: string;
}

export function outputPaths(workspaceId: string, jobId: string): OutputPaths {
  const stem = `${outputDirectory(workspaceId)}/${jobId}`;
  return { video: `${stem}.mp4`, thumbnail: `${stem}.jpg` };
}

/** @returns the directory of a path, and the name in it. */
export function splitPath(path: string): { directory: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { directory: path.slice(0, Math.max(0, slash)), name: path.slice(slash + 1) };
}
