import type { Limits } from '#core/limits.ts';
import type { MediaFacts } from '#core/media/asset.ts';
import { refuseByKind, refuseBySize } from '#core/media/refuse.ts';
import { SNIFF_BYTES, type StreamContainer, sniff } from '#core/media/sniff.ts';
import { scanTrack } from './probe-audio.ts';
import { probeImage } from './probe-image.ts';
import { probeVideo } from './probe-video.ts';

/** What was found in a file by reading and decoding it. */
export interface InspectedFile {
  readonly mimeType: string;
  readonly facts: MediaFacts;
  readonly thumbnail: Blob | null;
  readonly peaks: Float32Array | null;
}

type SoundContainer = Extract<StreamContainer, 'mp3' | 'wav' | 'ogg' | 'flac'>;
type MixedContainer = Exclude<StreamContainer, SoundContainer>;

const SOUND_TYPES: Record<SoundContainer, string> = {
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
};

/** Containers of which only the tracks tell whether they are sound or video. */
const MIXED_TYPES: Record<MixedContainer, { readonly video: string; readonly sound: string }> = {
  mp4: { video: 'video/mp4', sound: 'audio/mp4' },
  mov: { video: 'video/quicktime', sound: 'audio/mp4' },
  webm: { video: 'video/webm', sound: 'audio/webm' },
  mkv: { video: 'video/x-matroska', sound: 'audio/x-matroska' },
};

/**
 * Lets in what the studio can use, and says why not of all else. Bytes decide, never the name.
 * @param onAlive called as long as reading goes on.
 * @throws StudioError naming file, rule and value.
 */
export async function inspectFile(file: File, limits: Limits, onAlive: () => void): Promise<InspectedFile> {
  refuseBySize(file.name, file.size, limits);
  const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  const sniffed = refuseByKind(file.name, sniff(head));
  if (sniffed.kind === 'image') {
    const picture = await probeImage(file, sniffed.format, limits);
    return { mimeType: `image/${sniffed.format}`, peaks: null, ...picture };
  }
  return await inspectStream(file, sniffed.container, onAlive);
}

async function inspectStream(file: File, container: StreamContainer, onAlive: () => void): Promise<InspectedFile> {
  if (isSound(container)) return await inspectSound(file, SOUND_TYPES[container], onAlive);
  const types = MIXED_TYPES[container];
  const video = await probeVideo(file);
  return video ? { mimeType: types.video, peaks: null, ...video } : await inspectSound(file, types.sound, onAlive);
}

async function inspectSound(file: File, mimeType: string, onAlive: () => void): Promise<InspectedFile> {
  const track = await scanTrack(file, file.name, onAlive);
  return { mimeType, thumbnail: null, ...track };
}

function isSound(container: StreamContainer): container is SoundContainer {
  return Object.hasOwn(SOUND_TYPES, container);
}
