import type { DownloadClient } from '#clients/download-client.ts';
import type { ImportClient } from '#clients/import-client.ts';
import type { UnpackClient } from '#clients/unpack-client.ts';
import { StudioError, toStudioError } from '#core/errors.ts';
import type { AssetSource } from '#core/library/source.ts';
import type { Limits } from '#core/limits.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import type { ReceivedFile } from '#protocol/import.ts';
import { whileBringingFiles } from '#storage/files/file-lock.ts';
import type { ImportOutcome, ImportQueueProgress } from '../studio/assets.ts';
import type { OpenWorkspace } from '../workspace.ts';
import type { OneAtATime } from './one-at-a-time.ts';

export interface ImportTools {
  readonly workspace: OpenWorkspace;
  readonly client: ImportClient;
  /** A new one for each download: a cancel ends its worker. */
  readonly newDownload: () => DownloadClient;
  readonly newUnpacking: () => UnpackClient;
  /** One worker serves all batches, and a cancel ends it: only one file may be in it. */
  readonly turns: OneAtATime;
  readonly limits: Limits;
  /** Called after a batch of which at least one file came in. */
  readonly onImported: () => void;
}

/** How far one file is. */
export type StepReport = (progress: Pick<ImportQueueProgress, 'step' | 'stepFraction' | 'fraction'>) => void;

/** @param source of a file that came from elsewhere; a `File` without one is the person's own. */
export async function importAlone(
  tools: ImportTools,
  file: File | ReceivedFile,
  report: StepReport,
  signal: AbortSignal | undefined,
  source: AssetSource = sourceOf(file),
): Promise<ImportOutcome> {
  try {
    return { ok: true, asset: await tools.turns.run(() => importOne(tools, file, report, signal, source)) };
  } catch (thrown) {
    const error = namingFile(toStudioError(thrown), file.name);
    return { ok: false, file: file.name, error };
  }
}

function importOne(
  { workspace, client, limits }: ImportTools,
  file: File | ReceivedFile,
  report: StepReport,
  signal: AbortSignal | undefined,
  source: AssetSource,
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
    const asset: MediaAsset = {
      id: crypto.randomUUID(),
      name: file.name,
      source,
      importedAt: Date.now(),
      ...(file instanceof File && { modifiedAt: file.lastModified }),
      ...found,
    };
    return await workspace.assets.add({ asset, thumbnail, filmstrip, peaks });
  });
}

function sourceOf(file: File | ReceivedFile): AssetSource {
  return { kind: 'file', path: file instanceof File ? file.webkitRelativePath : '' };
}

/** Errors from below know no file (a crash, the database's own full disk): every refusal names one. */
export function namingFile(error: StudioError, file: string): StudioError {
  if (error.details.file !== undefined) return error;
  return new StudioError(error.code, `${file}: ${error.message}`, { ...error.details, file }, { cause: error });
}
