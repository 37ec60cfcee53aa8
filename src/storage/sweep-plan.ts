import { StudioError } from '#core/errors.ts';
import type { ContentHash } from '#core/media/asset.ts';

/** Files of a workspace by name, and what rows say of them. */
export interface StorageInventory {
  readonly media: readonly string[];
  readonly outputs: readonly string[];
  /** Jobs that have a folder of parts, and those that have rows of them. */
  readonly partFolders: readonly string[];
  readonly partRows: readonly string[];
  /** Every hash in the asset table, renditions' too, readable row or not. */
  readonly assets: readonly { readonly hash: ContentHash; readonly name: string }[];
  /** Hashes of assets in the trash, renditions' too. */
  readonly trashedMedia: readonly ContentHash[];
  readonly jobs: readonly { readonly id: string; readonly status: string; readonly projectName: string }[];
  /** Ids of what is in the trash: its files are kept. */
  readonly trashed: readonly string[];
}

export interface SweepPlan {
  readonly unnamedMedia: readonly string[];
  readonly unnamedOutputs: readonly string[];
  /** Jobs whose parts nobody will put together any more. */
  readonly endedParts: readonly string[];
  readonly missing: readonly StudioError[];
}

/** Jobs that hold no files: what they left is of no use to anyone. */
const STATUSES_WITHOUT_OUTPUT = ['failed', 'cancelled'];

/** Jobs that may go on from the parts that they have. */
const STATUSES_WITH_PARTS = ['pending', 'processing'];

/** What no row names, and what a row names but is not there. */
export function planSweep(inventory: StorageInventory): SweepPlan {
  const hashes = new Set([...inventory.assets.map((asset) => asset.hash), ...inventory.trashedMedia]);
  const holders = new Set([
    ...inventory.trashed,
    ...inventory.jobs.filter((job) => !STATUSES_WITHOUT_OUTPUT.includes(job.status)).map((job) => job.id),
  ]);
  const media = new Set(inventory.media);
  const outputs = new Set(inventory.outputs);
  const open = new Set(inventory.jobs.filter((job) => STATUSES_WITH_PARTS.includes(job.status)).map((job) => job.id));
  const withParts = new Set([...inventory.partFolders, ...inventory.partRows]);
  return {
    endedParts: [...withParts].filter((id) => !open.has(id)),
    unnamedMedia: inventory.media.filter((name) => !hashes.has(name)),
    unnamedOutputs: inventory.outputs.filter((name) => !holders.has(withoutExtension(name))),
    missing: [
      ...inventory.assets.filter((asset) => !media.has(asset.hash)).map((asset) => lostMedia(asset.name)),
      ...inventory.jobs
        .filter((job) => job.status === 'completed' && !outputs.has(`${job.id}.mp4`))
        .map((job) => lostVideo(job.projectName)),
    ],
  };
}

function withoutExtension(name: string): string {
  return name.replace(/\.[a-z0-9]+$/, '');
}

function lostMedia(name: string): StudioError {
  return new StudioError(
    'storage-failed',
    `${name} is in your library, but its file is gone from this browser's storage. Delete it there and add it again.`,
    { file: name, rule: 'file of an asset exists', value: 'missing' },
  );
}

function lostVideo(projectName: string): StudioError {
  return new StudioError(
    'storage-failed',
    `The finished video of “${projectName}” is gone from this browser's storage. Export it again.`,
    { file: projectName, rule: 'file of a finished export exists', value: 'missing' },
  );
}
