import type { Limits } from '#core/limits.ts';
import type { ImageFormat, MediaFacts } from '#core/media/asset.ts';
import { refuseByKind, refuseBySize, refuseEmpty } from '#core/media/refuse.ts';
import { SNIFF_BYTES, type StreamContainer, sniff } from '#core/media/sniff.ts';
import { inspectClip } from './inspect-clip.ts';
import type { InspectionReport } from './inspection-report.ts';
import { scanTrack } from './probe-audio.ts';
import { probeImage } from './probe-image.ts';

/** What was found in a file by reading and decoding it. */
export interface InspectedFile {
  readonly mimeType: string;
  readonly facts: MediaFacts;
  readonly thumbnail: Blob | null;
  /** Small pictures of a clip, evenly spread over its length; empty for all else. */
  readonly filmstrip: readonly Blob[];
  readonly peaks: Float32Array | null;
  /** What browsers can decode, where they cannot decode the file itself. */
  readonly rendition: Blob | null;
}

type SoundContainer = Extract<StreamContainer, 'mp3' | 'wav' | 'ogg' | 'flac' | 'aac'>;
type MixedContainer = Exclude<StreamContainer, SoundContainer>;

const SOUND_TYPES: Record<SoundContainer, string> = {
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  aac: 'audio/aac',
};

/** Containers of which only the tracks tell whether they are sound or video. */
const MIXED_TYPES: Record<MixedContainer, { readonly video: string; readonly sound: string }> = {
  mp4: { video: 'video/mp4', sound: 'audio/mp4' },
  mov: { video: 'video/quicktime', sound: 'audio/mp4' },
  webm: { video: 'video/webm', sound: 'audio/webm' },
  mkv: { video: 'video/x-matroska', sound: 'audio/x-matroska' },
  avi: { video: 'video/x-msvideo', sound: 'audio/x-msvideo' },
  ts: { video: 'video/mp2t', sound: 'audio/mp2t' },
};

/**
 * Lets in what the studio can use, and says why not of all else. Bytes decide, never the name.
 * @throws StudioError naming file, rule and value.
 */
export async function inspectFile(file: File, limits: Limits, report: InspectionReport): Promise<InspectedFile> {
  refuseEmpty(file.name, file.size);
  const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  const sniffed = refuseByKind(file.name, sniff(head));
  if (sniffed.kind === 'image') return await inspectImage(file, sniffed.format, limits, report);
  const { container } = sniffed;
  if (isSound(container)) return await inspectSound(file, SOUND_TYPES[container], limits, report);
  const types = MIXED_TYPES[container];
  refuseBySize(file.name, file.size, 'video', limits);
  const clip = await inspectClip(file, container, limits, report);
  if (!clip) return await inspectSound(file, types.sound, limits, report);
  return { mimeType: types.video, peaks: null, ...clip };
}

async function inspectImage(
  file: File,
  format: ImageFormat,
  limits: Limits,
  report: InspectionReport,
): Promise<InspectedFile> {
  refuseBySize(file.name, file.size, 'image', limits);
  const picture = await probeImage(file, format, limits, report);
  return { mimeType: `image/${format}`, peaks: null, filmstrip: [], ...picture };
}

async function inspectSound(
  file: File,
  mimeType: string,
  limits: Limits,
  report: InspectionReport,
): Promise<InspectedFile> {
  refuseBySize(file.name, file.size, 'audio', limits);
  const track = await scanTrack(file, file.name, () => report('reading', 0));
  return { mimeType, thumbnail: null, filmstrip: [], rendition: null, ...track };
}

function isSound(container: StreamContainer): container is SoundContainer {
  return Object.hasOwn(SOUND_TYPES, container);
}
