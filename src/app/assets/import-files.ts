import type { ImportClient } from '#clients/import-client.ts';
import { StudioError, toStudioError } from '#core/errors.ts';
import type { Limits } from '#core/limits.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import { whileBringingFiles } from '#storage/files/file-lock.ts';
import type { ImportOptions, ImportOutcome, ImportQueueProgress } from '../studio.ts';
import type { OpenWorkspace } from '../workspace.ts';
import type { OneAtATime } from './one-at-a-time.ts';

export interface ImportTools {
  readonly workspace: OpenWorkspace;
  readonly client: ImportClient;
  /** One worker serves all batches, and a cancel ends it: only one file may be in it. */
  readonly turns: OneAtATime;
  readonly limits: Limits;
  /** Called after a batch of which at least one file came in. */
  readonly onImported: () => void;
}

/** How far one file is. */
type StepReport = (progress: Pick<ImportQueueProgress, 'step' | 'stepFraction' | 'fraction'>) => void;

/** Each file succeeds or fails alone; the answers come in the order of the files. */
export async function importFiles(
  tools: ImportTools,
  files: readonly File[],
  options: ImportOptions = {},
): Promise<ImportOutcome[]> {
  const allBytes = files.reduce((sum, file) => sum + file.size, 0);
  const outcomes: ImportOutcome[] = [];
  let bytesBefore = 0;
  for (const [fileIndex, file] of files.entries()) {
    const before = bytesBefore;
    const report: StepReport = ({ step, stepFraction, fraction }) =>
      options.onProgress?.({
        file: file.name,
        fileIndex,
        fileCount: files.length,
        step,
        stepFraction,
        fraction: allBytes === 0 ? 1 : (before + fraction * file.size) / allBytes,
      });
    report({ step: 'checking', stepFraction: 0, fraction: 0 });
    const outcome = await importAlone(tools, file, report, options.signal);
    outcomes.push(outcome);
    bytesBefore += file.size;
    report({ step: 'storing', stepFraction: 1, fraction: 1 });
    options.onFile?.(outcome);
  }
  if (outcomes.some((outcome) => outcome.ok)) tools.onImported();
  if (outcomes.some((outcome) => !outcome.ok)) await removeLeftovers(tools.workspace);
  return outcomes;
}

/** A worker that was ended in the middle of its work leaves part of a file, a commit that failed the whole of one. */
async function removeLeftovers(workspace: OpenWorkspace): Promise<void> {
  try {
    await workspace.sweep();
  } catch (error) {
    workspace.problems.add(toStudioError(error));
  }
}

async function importAlone(
  tools: ImportTools,
  file: File,
  report: StepReport,
  signal: AbortSignal | undefined,
): Promise<ImportOutcome> {
  try {
    return { ok: true, asset: await tools.turns.run(() => importOne(tools, file, report, signal)) };
  } catch (thrown) {
    const error = namingFile(toStudioError(thrown), file.name);
    return { ok: false, file: file.name, error };
  }
}

function importOne(
  { workspace, client, limits }: ImportTools,
  file: File,
  report: StepReport,
  signal: AbortSignal | undefined,
): Promise<MediaAsset> {
  return whileBringingFiles(workspace.id, async () => {
    const imported = await client.importFile({
      workspaceId: workspace.id,
      file,
      limits,
      signal,
      onProgress: report,
    });
    const { thumbnail, filmstrip, peaks, ...found } = imported;
    const asset: MediaAsset = { id: crypto.randomUUID(), name: file.name, importedAt: Date.now(), ...found };
    return await workspace.assets.add({ asset, thumbnail, filmstrip, peaks });
  });
}

/** Errors from below know no file (a crash, the database's own full disk): every refusal names one. */
function namingFile(error: StudioError, file: string): StudioError {
  if (error.details.file !== undefined) return error;
  return new StudioError(error.code, `${file}: ${error.message}`, { ...error.details, file }, { cause: error });
}
