import { batchReport } from '#core/batch/batch-report.ts';
import type { BatchRun } from '#core/batch/batch-run.ts';
import { StudioError } from '#core/errors.ts';
import type { RenderJob } from '#core/job/job.ts';
import { unusedName } from '#core/text/file-name.ts';
import type { SavingOptions } from '../studio/batches.ts';
import type { Exports } from '../studio/exports.ts';

/** What there is to save of a batch. */
export interface BatchOutput {
  readonly videos: readonly OutputVideo[];
  readonly run: BatchRun;
  readonly jobs: ReadonlyMap<string, RenderJob>;
}

interface OutputVideo {
  readonly row: number;
  /** With its ending. */
  readonly name: string;
  /** Backed by disk. */
  readonly file: File;
}

const REPORT_NAME = 'batch.csv';

/** The finished videos of a run. @throws StudioError `not-found` where there is none. */
export async function outputOf(run: BatchRun, exports: Pick<Exports, 'list' | 'output'>): Promise<BatchOutput> {
  const jobs = new Map((await exports.list()).map((job) => [job.id, job]));
  const videos: OutputVideo[] = [];
  for (const { row, fileName, jobId } of run.videos) {
    if (jobId === null || jobs.get(jobId)?.status !== 'completed') continue;
    videos.push({ row, name: `${fileName}.mp4`, file: (await exports.output(jobId)).video });
  }
  if (videos.length > 0) return { videos, run, jobs };
  throw new StudioError('not-found', 'No video of this batch is finished yet: there is nothing to save.', {
    rule: 'a finished video',
    value: 0,
  });
}

export function bytesOfOutput({ videos }: BatchOutput): number {
  return videos.reduce((sum, { file }) => sum + file.size, 0);
}

/** @returns how many videos there are in it. */
export async function writeArchive(
  output: BatchOutput,
  target: WritableStream<Uint8Array>,
  { signal, onProgress }: SavingOptions = {},
): Promise<number> {
  const { ArchiveWriter } = await import('#engine/archive/write-archive.ts');
  const archive = new ArchiveWriter(target);
  try {
    const tell = progressTeller(output, onProgress);
    for (const { name, file } of output.videos) {
      signal?.throwIfAborted();
      await archive.add(name, file, { signal, onProgress: tell.within });
      tell.finished(file.size);
    }
    await archive.add(REPORT_NAME, report(output, new Map(output.videos.map(({ row, name }) => [row, name]))), {
      compress: true,
    });
    await archive.close();
    return output.videos.length;
  } catch (error) {
    await archive.discard(error);
    throw error;
  }
}

/** Beside what is in the folder: nothing there is written over. @returns how many videos it were. */
export async function saveInto(
  output: BatchOutput,
  folder: FileSystemDirectoryHandle,
  { signal, onProgress }: SavingOptions = {},
): Promise<number> {
  const taken = new Set<string>();
  for await (const name of folder.keys()) taken.add(name.toLowerCase());
  const tell = progressTeller(output, onProgress);
  const names = new Map<number, string>();
  for (const { row, name, file } of output.videos) {
    const unused = nameBeside(name, taken);
    names.set(row, unused);
    await writeFile(folder, unused, file, signal, tell.within);
    tell.finished(file.size);
  }
  await writeFile(folder, nameBeside(REPORT_NAME, taken), report(output, names), signal, () => undefined);
  return output.videos.length;
}

/** Whole or not at all: what was written is put in place when it is closed, and dropped when it is not. */
async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Blob,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      onBytes(bytes);
      controller.enqueue(chunk);
    },
  });
  try {
    await content
      .stream()
      .pipeThrough(counted)
      .pipeTo(await handle.createWritable(), signal ? { signal } : {});
  } catch (error) {
    await folder.removeEntry(name);
    throw error;
  }
}

/** `Sale.mp4`, or `Sale (2).mp4` where that is taken. */
function nameBeside(name: string, taken: Set<string>): string {
  const [, stem = name, ending = ''] = /^(.*)(\.[^.]+)$/.exec(name) ?? [];
  const used = new Set([...taken].map((one) => (one.endsWith(ending) ? one.slice(0, -ending.length) : one)));
  const unused = `${unusedName(stem, used)}${ending}`;
  taken.add(unused.toLowerCase());
  return unused;
}

function report({ run, jobs }: BatchOutput, names: ReadonlyMap<number, string>): Blob {
  // The mark tells Excel that it is UTF-8.
  return new Blob(['\uFEFF', batchReport(run, jobs, names)], { type: 'text/csv' });
}

function progressTeller(output: BatchOutput, onProgress: (fraction: number) => void = () => undefined) {
  const total = Math.max(1, bytesOfOutput(output));
  let before = 0;
  return {
    within: (bytes: number) => onProgress(Math.min(1, (before + bytes) / total)),
    finished(bytes: number) {
      before += bytes;
      onProgress(before / total);
    },
  };
}
