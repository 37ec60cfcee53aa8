import { GPU_WEIGHTS, MODEL_FILES, missingModelFile } from '#engine/speech/model-files.ts';
import type { BroughtModel } from '../studio/speech.ts';

/** A file with its place in the folder or archive that was chosen. */
interface PlacedFile {
  readonly path: string;
  readonly bytes: () => Promise<Blob>;
}

/**
 * A model that the person has on disk: the files of a folder, or one ZIP archive. It may lie in a folder inside.
 * @throws StudioError `file-unsupported` naming what it lacks, `file-damaged` for an archive that cannot be read.
 */
export async function modelOfFiles(files: readonly File[]): Promise<BroughtModel> {
  const [first] = files;
  const isZip = files.length === 1 && first !== undefined && /\.zip$/i.test(first.name);
  const placed = isZip ? await (await import('./zip-files.ts')).openZip(first) : files.map(placedFile);
  const folder = folderOfModel(placed);
  const name = nameOf(folder, isZip ? first.name.replace(/\.zip$/i, '') : 'model');
  const found: BroughtModel['files'][number][] = await Promise.all(
    MODEL_FILES.map(async (path) => {
      const file = placed.find((each) => each.path === folder + path);
      if (!file) throw missingModelFile(name, path);
      return { path, bytes: await file.bytes() };
    }),
  );
  found.push(...(await gpuWeights(placed, folder)));
  return { name, files: found, bytes: found.reduce((sum, { bytes }) => sum + bytes.size, 0) };
}

/** All of them, or none: half of them are of no use. */
async function gpuWeights(placed: readonly PlacedFile[], folder: string): Promise<BroughtModel['files']> {
  const files = GPU_WEIGHTS.flatMap((path) => {
    const file = placed.find((each) => each.path === folder + path);
    return file ? [{ path, file }] : [];
  });
  if (files.length < GPU_WEIGHTS.length) return [];
  return await Promise.all(files.map(async ({ path, file }) => ({ path, bytes: await file.bytes() })));
}

function placedFile(file: File): PlacedFile {
  return { path: file.webkitRelativePath || file.name, bytes: async () => file };
}

/** Where the outermost `config.json` lies, ending in `/`; empty for the top. */
function folderOfModel(files: readonly PlacedFile[]): string {
  const [config] = files
    .map(({ path }) => path)
    .filter((path) => path === 'config.json' || path.endsWith('/config.json'))
    .sort((a, b) => a.split('/').length - b.split('/').length);
  return config?.slice(0, -'config.json'.length) ?? '';
}

function nameOf(folder: string, otherwise: string): string {
  return folder.split('/').at(-2) ?? otherwise;
}
