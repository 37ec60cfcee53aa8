import type { RenderIssue } from '../render/render-issue.ts';
import type { RenderNeeds } from './render-needs.ts';
import { sizeInWords } from './size-in-words.ts';

/** What the machine has, as far as it can be found out. */
export interface Room {
  /** False where a file of the needed size could not be made. */
  readonly fitsOnDisk: boolean;
  /** All of the device's memory; null where the browser does not tell. */
  readonly deviceMemoryBytes: number | null;
}

/** A page that takes more than this share of a device's memory is likely to be ended by the system. */
const SHARE_OF_MEMORY = 0.5;

/**
 * What of a render does not fit into this machine, and what to do about it.
 * @param smaller the same video at the next lower quality; null where there is none.
 */
export function checkRoom(needs: RenderNeeds, smaller: RenderNeeds | null, room: Room): RenderIssue[] {
  const issues: RenderIssue[] = [];
  if (!room.fitsOnDisk) {
    issues.push({
      severity: 'error',
      code: 'disk-full',
      message: `This export needs ${sizeInWords(needs.diskBytes)} of free disk while it is made, and there is not as much left for the studio. ${wayOut(needs, smaller)}`,
    });
  }
  const { deviceMemoryBytes } = room;
  if (deviceMemoryBytes !== null && needs.memoryBytes > deviceMemoryBytes * SHARE_OF_MEMORY) {
    issues.push({
      severity: 'warning',
      code: 'memory-low',
      message: `This export takes about ${sizeInWords(needs.memoryBytes)} of memory, and this device has ${sizeInWords(deviceMemoryBytes)} in all. Close other tabs and apps first${smaller ? `, or choose a lower quality (${sizeInWords(smaller.memoryBytes)})` : ''}.`,
    });
  }
  return issues;
}

function wayOut(needs: RenderNeeds, smaller: RenderNeeds | null): string {
  const free = 'Delete videos or media that you no longer need on the Storage page';
  if (!smaller || smaller.diskBytes >= needs.diskBytes) return `${free}, or free space on the disk.`;
  return `${free}, or choose a lower quality (${sizeInWords(smaller.diskBytes)}).`;
}
