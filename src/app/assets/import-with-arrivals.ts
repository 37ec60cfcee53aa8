import { isArchiveName } from '#core/import/archive.ts';
import { beginArrival, failArrival, type NewArrival } from '#core/library/arrival.ts';
import { whileBringingFiles } from '#storage/files/file-lock.ts';
import type { ImportOptions, ImportOutcome } from '../studio/assets.ts';
import type { LibraryImportOptions } from '../studio/library.ts';
import type { OpenWorkspace } from '../workspace.ts';

/** What is to be brought in, as far as it is known before. */
export type ExpectedFile = Pick<NewArrival, 'name' | 'source' | 'bytes'>;

/**
 * Keeps each file among the arrivals until it is there, and files it where it was wanted. A file that does not arrive
 * stays with the reason; of an archive, each of its files that was refused.
 * @param start brings the files in, in the order in which they are expected.
 */
export async function importWithArrivals(
  workspace: OpenWorkspace,
  files: readonly ExpectedFile[],
  start: (options: ImportOptions) => Promise<ImportOutcome[]>,
  { folderId = null, ...options }: LibraryImportOptions = {},
): Promise<ImportOutcome[]> {
  const { arrivals, library, problems } = workspace;
  // The lock says to other tabs that what is on its way is in good hands, also between two files.
  const outcomes = await whileBringingFiles(workspace.id, async () => {
    const now = Date.now();
    const expected = files.map((file) => beginArrival({ ...file, id: crypto.randomUUID(), folderId }, now));
    await arrivals.put(expected);
    const work: Promise<void>[] = [];
    const failed = new Set<string>();
    const settle = async (outcome: ImportOutcome, index: number) => {
      const arrival = expected[index];
      if (outcome.ok) {
        if (folderId !== null) await library.refile([outcome.asset.id], (filing) => ({ ...filing, folderId }));
      } else if (outcome.error.code !== 'cancelled' && arrival) {
        // An archive is on its way until the last of its files is: those that are refused have rows of their own.
        const id = isArchiveName(arrival.name) ? crypto.randomUUID() : arrival.id;
        failed.add(id);
        await arrivals.put([failArrival({ ...arrival, id, name: outcome.file }, outcome.error, Date.now())]);
      }
    };
    try {
      return await start({
        ...options,
        onFile: (outcome, index) => {
          work.push(settle(outcome, index).catch(problems.report));
          options.onFile?.(outcome, index);
        },
      });
    } finally {
      await Promise.all(work);
      const ended = expected.filter(({ id }) => !failed.has(id));
      await arrivals.remove(ended.map(({ id }) => id)).catch(problems.report);
    }
  });
  // The import's own sweep found this lock held.
  if (outcomes.some(({ ok }) => !ok)) await workspace.sweep().catch(problems.report);
  return outcomes;
}
