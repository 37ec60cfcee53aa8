import { StudioError } from '../errors.ts';
import type { Size } from '../geometry.ts';
import type { Limits } from '../limits.ts';
import type { MediaKind } from './asset.ts';
import type { ImageHeader } from './image-header/image-header.ts';
import { ACCEPTED_FORMATS, type SniffedFile } from './sniff.ts';

/** The rules that a file has to meet before anything decodes it. Each refusal names file, rule and value. */

/** @throws StudioError `file-empty`. */
export function refuseEmpty(file: string, bytes: number): void {
  if (bytes === 0) {
    throw new StudioError('file-empty', `${file} is empty (0 bytes). Choose the file again, or a copy of it.`, {
      file,
      rule: 'file has bytes',
      value: 0,
    });
  }
}

/** @throws StudioError `file-too-large`. */
export function refuseBySize(file: string, bytes: number, kind: MediaKind, limits: Limits): void {
  const most = kind === 'video' ? limits.clipBytes : limits.fileBytes;
  if (bytes <= most) return;
  const files = kind === 'video' ? 'clips' : 'files';
  throw new StudioError(
    'file-too-large',
    `${file} is ${megabytes(bytes)}; ${files} may have at most ${megabytes(most)}. Make it smaller and drop it again.`,
    { file, rule: `at most ${most} bytes`, value: bytes },
  );
}

export type SupportedFile = Exclude<SniffedFile, { kind: 'unsupported' }>;

/** @throws StudioError `file-unsupported`. */
export function refuseByKind(file: string, sniffed: SniffedFile): SupportedFile {
  if (sniffed.kind !== 'unsupported') return sniffed;
  throw new StudioError(
    'file-unsupported',
    `${file} is ${sniffed.name}, not a picture, sound or video that can be used here. Use ${ACCEPTED_FORMATS}.`,
    { file, rule: ACCEPTED_FORMATS, value: sniffed.name },
  );
}

/** @throws StudioError `file-damaged` or `picture-too-large`. */
export function refuseByHeader(file: string, header: ImageHeader | null, limits: Limits): ImageHeader {
  if (!header || header.size.width === 0 || header.size.height === 0) {
    throw damagedPicture(file, 'its size cannot be read', 'readable picture header');
  }
  if (header.size.width * header.size.height > limits.picturePixels) throw tooManyPixels(file, header.size, limits);
  if (!header.complete) throw damagedPicture(file, 'the end of the picture is missing', 'complete picture');
  return header;
}

export function damagedPicture(file: string, what: string, rule: string): StudioError {
  return new StudioError(
    'file-damaged',
    `${file} is damaged: ${what}. Copy or download it again, or save it anew from another program.`,
    { file, rule, value: what },
  );
}

function tooManyPixels(file: string, size: Size, limits: Limits): StudioError {
  const megapixels = Math.floor(limits.picturePixels / 1e6);
  return new StudioError(
    'picture-too-large',
    `${file} has ${size.width} x ${size.height} pixels; pictures may have at most ${megapixels} megapixels. Make it smaller and drop it again.`,
    { file, rule: `at most ${limits.picturePixels} pixels`, value: `${size.width}x${size.height}` },
  );
}

/** Rounded up, so that a size just over a limit never reads as the limit itself. */
function megabytes(bytes: number): string {
  return `${Math.ceil((bytes / (1024 * 1024)) * 10) / 10} MB`;
}
