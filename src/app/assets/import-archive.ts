import { StudioError, toStudioError } from '#core/errors.ts';
import { whileBringingFiles } from '#storage/files/file-lock.ts';
import type { ImportOutcome } from '../studio/assets.ts';
import { type ImportTools, importAlone, namingFile, type StepReport } from './import-one.ts';

/**
 * Imports an archive's files one after the other, so that never more than one lies unpacked beside the store. Each
 * succeeds or fails alone; an archive that cannot be read fails as one.
 */
export async function importArchive(
  tools: ImportTools,
  archive: File,
  report: StepReport,
  signal: AbortSignal | undefined,
  onOutcome: (outcome: ImportOutcome) => void,
): Promise<void> {
  const client = tools.newUnpacking();
  try {
    await client.open(tools.workspace.id, archive, signal);
    // Between its arrival and the commit of its row nothing names an unpacked file: no sweep may run meanwhile.
    while (await whileBringingFiles(tools.workspace.id, importNext)) report({ step: 'storing', ...NOBODY_KNOWS });
  } catch (thrown) {
    onOutcome({ ok: false, file: archive.name, error: namingFile(toStudioError(thrown), archive.name) });
  } finally {
    client.stop();
  }

  async function importNext(): Promise<boolean> {
    const file = await client.next(archive, signal);
    if (!file) return false;
    if (file.kind === 'refused') {
      onOutcome({ ok: false, file: file.name, error: StudioError.fromRecord(file.error) });
      return true;
    }
    const source = { kind: 'archive', archive: archive.name, path: file.path } as const;
    const quiet: StepReport = ({ step, stepFraction }) => report({ step, stepFraction, fraction: 0 });
    onOutcome(await importAlone(tools, file.received, quiet, signal, source));
    return true;
  }
}

/** How much of an archive is done: its files are not weighed before they are unpacked. */
const NOBODY_KNOWS = { stepFraction: 0, fraction: 0 } as const;
