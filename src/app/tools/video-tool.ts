import type { DiskClient } from '#clients/disk-client.ts';
import { sizeInWords } from '#core/disk/size-in-words.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { withoutEnding } from '#core/text/file-name.ts';
import type { ToolFile } from '#protocol/tool-file.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { MadeFile, MadeVideo } from '../studio/tools.ts';
import type { ReservedFile, ResultFiles } from './result-files.ts';

/** What every tool needs that takes a file and gives another. */
export interface VideoToolParts {
  readonly assets: Pick<AssetLibrary, 'file' | 'playable'>;
  readonly disk: Pick<DiskClient, 'hasRoom'>;
  readonly files: ResultFiles;
  /** In milliseconds. */
  readonly now: () => number;
}

const MIME_TYPES = {
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  mkv: 'video/x-matroska',
  webm: 'video/webm',
  gif: 'image/gif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
} as const;

/** What the new file is called and how large it gets. */
export interface PlannedResult {
  /** For messages, such as `Captioning`. */
  readonly doing: string;
  readonly source: string;
  /** At most, in bytes. */
  readonly bytes: number;
}

export interface WrittenResult {
  /** Behind the name of the source, such as `captioned`. */
  readonly suffix: string;
  readonly container: keyof typeof MIME_TYPES;
}

/** A file that a person chose, or an asset as this browser can decode it. @throws StudioError `not-found`. */
export async function toolFile(assets: VideoToolParts['assets'], media: AssetId | File): Promise<ToolFile> {
  if (media instanceof File) return { name: media.name, bytes: media };
  const [{ name }, bytes] = await Promise.all([assets.file(media), assets.playable(media)]);
  return { name, bytes };
}

/** As `makeFile`, of a video. */
export async function makeVideo(
  parts: Pick<VideoToolParts, 'disk' | 'files'>,
  planned: PlannedResult,
  write: (path: string) => Promise<WrittenResult & { readonly frames: number }>,
): Promise<MadeVideo> {
  const { file, written, discard } = await makeFile(parts, planned, write);
  return { video: file, frames: written.frames, discard };
}

/**
 * Makes a new file where there is room for it; one that fails leaves nothing behind.
 * @param write fills the path.
 * @returns what `write` said, too.
 * @throws StudioError `disk-full` before anything is written; what `write` throws.
 */
export async function makeFile<Written extends WrittenResult>(
  { disk, files }: Pick<VideoToolParts, 'disk' | 'files'>,
  planned: PlannedResult,
  write: (path: string) => Promise<Written>,
): Promise<MadeFile & { readonly written: Written }> {
  const needed = Math.ceil(planned.bytes);
  if (!(await disk.hasRoom(files.directory, needed))) throw noRoom(planned, needed);
  const reserved = await files.reserve();
  try {
    const written = await write(reserved.path);
    return { file: await resultOf(reserved, planned.source, written), written, discard: () => reserved.giveUp() };
  } catch (error) {
    await reserved.giveUp();
    throw error;
  }
}

async function resultOf(reserved: ReservedFile, source: string, { suffix, container }: WrittenResult): Promise<File> {
  // Made of a file on disk: nothing is copied.
  return new File([await reserved.read()], `${withoutEnding(source)}_${suffix}.${container}`, {
    type: MIME_TYPES[container],
  });
}

function noRoom({ doing, source }: PlannedResult, needed: number): StudioError {
  return new StudioError(
    'disk-full',
    `${doing} “${source}” needs ${sizeInWords(needed)} of free disk, and there is not as much left for the studio. Delete videos or media that you no longer need on the Storage page, or free space on the disk.`,
    { file: source, rule: 'free disk in bytes', value: needed },
  );
}
