import type { ImportClient } from '#clients/import-client.ts';
import { StudioError, toStudioError } from '#core/errors.ts';
import type { Limits } from '#core/limits.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import { whileBringingFiles } from '#storage/files/file-lock.ts';
import type { ImportOptions, ImportOutcome } from '../studio.ts';
import type { OpenWorkspace } from '../workspace.ts';
import type { OneAtATime } from './one-at-a-time.ts';

export interface ImportTools {
  readonly workspace: OpenWorkspace;
  readonly client: ImportClient;
  /** One worker serves all batches, and a cancel ends it: only one file may be in it. */
  readonly turns: OneAtATime;
  readonly limits: Limits;
}

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
    const report = (doneBytes: number) =>
      options.onProgress?.({
        file: file.name,
        fileIndex,
        fileCount: files.length,
        fraction: allBytes === 0 ? 1 : (before + doneBytes) / allBytes,
      });
    report(0);
    const outcome = await importAlone(tools, file, report, options.signal);
    outcomes.push(outcome);
    bytesBefore += file.size;
    report(file.size);
    options.onFile?.(outcome);
  }
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
  report: (doneBytes: number) => void,
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
  report: (doneBytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<MediaAsset> {
  return whileBringingFiles(workspace.id, async () => {
    const imported = await client.importFile({
      workspaceId: workspace.id,
      file,
      limits,
      signal,
      onProgress: (progress) => report(progress.doneBytes),
    });
    const { thumbnail, peaks, ...found } = imported;
    const asset: MediaAsset = { id: crypto.randomUUID(), name: file.name, importedAt: Date.now(), ...found };
    return await workspace.assets.add({ asset, thumbnail, peaks });
  });
}

/** Errors from below know no file (a crash, the database's own full disk): every refusal names one. */
function namingFile(error: StudioError, file: string): StudioError {
  if (error.details.file !== undefined) return error;
  return new StudioError(error.code, `${file}: ${error.message}`, { ...error.details, file }, { cause: error });
}
