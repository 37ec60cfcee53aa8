import { toStudioError } from '#core/errors.ts';
import { offeredKind, withinLimits } from '#core/incoming/offer.ts';
import { SNIFF_BYTES } from '#core/media/sniff.ts';
import { readShares, type Share } from '#storage/share-inbox.ts';
import type { Offer, OfferedFile } from '../studio/incoming.ts';
import { addressesInText, addressesOfLink } from './link.ts';

/** What came in as the person is shown it: files by their first bytes, addresses by the rules for them. */

/** Of everything that waits in the inbox. */
export async function offersOfInbox(): Promise<Offer[]> {
  const shares = await readShares(Date.now());
  return await Promise.all(shares.map(offerOfShare));
}

async function offerOfShare({ id, files, text, leftOut }: Share): Promise<Offer> {
  const { addresses, refusal } = addressesInText(text);
  const refusals = [...(refusal === null ? [] : [refusal]), ...leftOutWords(leftOut)];
  return { id, way: 'shared', files: await lookedAt(files), addresses, refusals };
}

/** Of files that the system has opened the studio with. */
export async function offerOfHandles(handles: readonly FileSystemHandle[]): Promise<Offer> {
  const files = handles.filter((handle) => handle instanceof FileSystemFileHandle).map((handle) => handle.getFile());
  const { taken, leftOut } = withinLimits(await Promise.all(files));
  const refusals = leftOutWords(leftOut);
  return { id: crypto.randomUUID(), way: 'opened', files: await lookedAt(taken), addresses: [], refusals };
}

/** Of a link, which the system has opened the studio with. */
export function offerOfLink(link: string): Offer {
  const { addresses, refusal } = addressesOfLink(link);
  const id = crypto.randomUUID();
  return { id, way: 'linked', files: [], addresses, refusals: refusal === null ? [] : [refusal] };
}

/** Of what another app shared and the service worker could not keep. */
export function offerOfFailedShare(): Offer {
  return { id: crypto.randomUUID(), way: 'shared', files: [], addresses: [], refusals: [NOT_KEPT] };
}

const NOT_KEPT =
  'What was shared could not be kept. Make room on the Storage page where the disk is full, then share it again.';

function lookedAt(files: readonly File[]): Promise<OfferedFile[]> {
  return Promise.all(
    files.map(async (file) => {
      try {
        const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
        const { words, readable } = offeredKind(file.name, head);
        return { file, kind: words, readable };
      } catch (error) {
        return { file, kind: `cannot be read: ${toStudioError(error).message}`, readable: false };
      }
    }),
  );
}

function leftOutWords(count: number): string[] {
  if (count === 0) return [];
  return [
    `${count === 1 ? '1 file was' : `${count} files were`} left out: there were too many, or they were too large.`,
  ];
}
