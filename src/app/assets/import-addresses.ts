import { toStudioError } from '#core/errors.ts';
import { nameAtAddress } from '#core/import/address.ts';
import { checkAddress } from '#engine/download/address.ts';
import type { ReceivedFile } from '#protocol/import.ts';
import { removeDownload } from '#storage/files/partial-download.ts';
import type { ImportOptions, ImportOutcome, ImportQueueProgress } from '../studio/assets.ts';
import { type ImportTools, importAlone, namingFile } from './import-one.ts';
import { removeLeftovers } from './leftovers.ts';

/** Servers are waited for side by side: more would share one line anyway. */
const LOADED_AT_ONCE = 3;

/** Files from addresses: each succeeds or fails alone; the answers come in the order of the addresses. */
export async function importAddresses(
  tools: ImportTools,
  addresses: readonly string[],
  options: ImportOptions = {},
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  const fractions = addresses.map(() => 0);
  let next = 0;
  const work = async () => {
    for (let index = next++; index < addresses.length; index = next++) {
      const address = addresses[index] ?? '';
      const outcome = await importAddress(tools, address, options.signal, ({ fraction, ...progress }) => {
        fractions[index] = fraction;
        const sum = fractions.reduce((all, one) => all + one, 0);
        const fileCount = addresses.length;
        options.onProgress?.({ ...progress, fileIndex: index, fileCount, fraction: sum / fileCount });
      });
      fractions[index] = 1;
      outcomes[index] = outcome;
      options.onFile?.(outcome, index);
    }
  };
  await Promise.all(Array.from({ length: LOADED_AT_ONCE }, work));
  if (outcomes.some((outcome) => outcome.ok)) tools.onImported();
  if (outcomes.some((outcome) => !outcome.ok)) await removeLeftovers(tools.workspace);
  return outcomes;
}

type AddressProgress = Omit<ImportQueueProgress, 'fileIndex' | 'fileCount'>;

async function importAddress(
  tools: ImportTools,
  text: string,
  signal: AbortSignal | undefined,
  report: (progress: AddressProgress) => void,
): Promise<ImportOutcome> {
  let name = text;
  try {
    const url = checkAddress(text);
    name = nameAtAddress(url);
    const received = await load(tools, url, name, signal, report);
    return await importAlone(
      tools,
      received,
      ({ fraction, ...progress }) => report({ file: name, ...progress, fraction: 0.5 + fraction / 2 }),
      signal,
      { kind: 'url', address: url.href },
    );
  } catch (thrown) {
    return { ok: false, file: name, error: namingFile(toStudioError(thrown), name) };
  }
}

/** What a person cancels is removed; what was cut off stays for the next try. */
async function load(
  { workspace, newDownload }: ImportTools,
  url: URL,
  name: string,
  signal: AbortSignal | undefined,
  report: (progress: AddressProgress) => void,
): Promise<ReceivedFile> {
  const key = await keyOf(url.href);
  report({ file: name, step: 'loading', stepFraction: 0, fraction: 0, etaSeconds: null });
  try {
    return await newDownload().download({
      workspaceId: workspace.id,
      address: url.href,
      key,
      signal,
      onProgress: ({ done, total, etaSeconds, waiting }) => {
        const stepFraction = total ? done / total : 0;
        report({ file: name, step: 'loading', stepFraction, fraction: stepFraction / 2, etaSeconds, waiting });
      },
    });
  } catch (error) {
    if (signal?.aborted) await removeDownload(workspace.id, key);
    throw error;
  }
}

/** A name for the file system: addresses are too long and hold slashes. */
async function keyOf(address: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(address));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
