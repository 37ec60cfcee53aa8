import type { ErrorRecord } from '#core/errors.ts';
import type { ReceivedFile } from './import.ts';

/** What the worker that unpacks answers to. It holds one archive at a time; ending it ends the unpacking. */
export interface UnpackWorker {
  /** Takes an archive in hand. */
  open(workspaceId: string, archive: File): Promise<void>;
  /** Unpacks the next file to disk; null after the last. @throws StudioError where it is no archive. */
  next(onProgress: (unpackedBytes: number) => void): Promise<UnpackedFile | null>;
}

export type UnpackedFile =
  | { readonly kind: 'unpacked'; readonly path: string; readonly received: ReceivedFile }
  | { readonly kind: 'refused'; readonly name: string; readonly error: ErrorRecord };
