import { isArchiveName } from '#core/import/archive.ts';
import type { ImportOptions, ImportOutcome } from '../studio/assets.ts';
import { fileSizes } from './file-sizes.ts';
import { importArchive } from './import-archive.ts';
import { type ImportTools, importAlone, type StepReport } from './import-one.ts';
import { removeLeftovers } from './leftovers.ts';

/** Each file succeeds or fails alone; the answers come in the order of the files, an archive's in the place of it. */
export async function importFiles(
  tools: ImportTools,
  files: readonly File[],
  options: ImportOptions = {},
): Promise<ImportOutcome[]> {
  const sizes = await fileSizes(files);
  const allBytes = sizes.reduce((sum, size) => sum + size, 0);
  const outcomes: ImportOutcome[] = [];
  let bytesBefore = 0;
  for (const [fileIndex, file] of files.entries()) {
    const before = bytesBefore;
    const bytes = sizes[fileIndex] ?? 0;
    const report: StepReport = ({ step, stepFraction, fraction }) =>
      options.onProgress?.({
        file: file.name,
        fileIndex,
        fileCount: files.length,
        step,
        stepFraction,
        fraction: allBytes === 0 ? 1 : (before + fraction * bytes) / allBytes,
      });
    report({ step: 'checking', stepFraction: 0, fraction: 0 });
    const took = (outcome: ImportOutcome) => {
      outcomes.push(outcome);
      options.onFile?.(outcome, fileIndex);
    };
    if (isArchiveName(file.name)) await importArchive(tools, file, report, options.signal, took);
    else took(await importAlone(tools, file, report, options.signal, options.source));
    bytesBefore += bytes;
    report({ step: 'storing', stepFraction: 1, fraction: 1 });
  }
  if (outcomes.some((outcome) => outcome.ok)) tools.onImported();
  if (outcomes.some((outcome) => !outcome.ok)) await removeLeftovers(tools.workspace);
  return outcomes;
}
