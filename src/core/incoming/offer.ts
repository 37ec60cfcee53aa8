import { isArchiveName } from '../import/archive.ts';
import { sniff } from '../media/sniff.ts';

/** What another app, or the system, hands over in one go: more is left out before anything of it is read. */
export const OFFER_LIMITS = { files: 50, bytes: 4 * 1024 ** 3 } as const;

/** What a file from outside is, by its bytes. */
export interface OfferedKind {
  /** Such as `JPEG picture`. */
  readonly words: string;
  /** Whether the studio reads such files at all. */
  readonly readable: boolean;
}

/** The first files that are within the limits, and how many are not. */
export function withinLimits<F extends { readonly size: number }>(
  files: readonly F[],
  limits: { readonly files: number; readonly bytes: number } = OFFER_LIMITS,
): { readonly taken: readonly F[]; readonly leftOut: number } {
  const taken: F[] = [];
  let bytes = 0;
  for (const file of files) {
    if (taken.length === limits.files || bytes + file.size > limits.bytes) continue;
    taken.push(file);
    bytes += file.size;
  }
  return { taken, leftOut: files.length - taken.length };
}

/** @param head the first `SNIFF_BYTES` of it. What it is called counts for an archive alone, which is opened by its name. */
export function offeredKind(name: string, head: Uint8Array): OfferedKind {
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  if (isZip && isArchiveName(name)) return { words: 'ZIP archive', readable: true };
  const found = sniff(head);
  switch (found.kind) {
    case 'image':
      return { words: `${found.format.toUpperCase()} picture`, readable: true };
    case 'stream':
      return { words: `${found.container.toUpperCase()}, video or sound`, readable: true };
    case 'unsupported':
      return { words: `cannot be used: ${found.name}`, readable: false };
  }
}
