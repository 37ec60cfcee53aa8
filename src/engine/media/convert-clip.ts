import type { Size } from '#core/geometry.ts';
import type { StreamContainer } from '#core/media/sniff.ts';
import { FFMPEG_INPUT, FfmpegInstance, type FfmpegOptions } from '../ffmpeg/ffmpeg-instance.ts';
import type { ClipDescription } from './clip-description.ts';
import { DEMUXERS } from './ffprobe-clip.ts';

const OUTPUT = '/out.mp4';

/** Shorter side of what is made, in pixels: as wide as the videos that the studio makes. */
const SHORT_SIDE = 1080;

/** Peak rate of what is made, in bits per second: all of it has to fit into WebAssembly's 2 GiB. */
const PEAK_RATE = 10_000_000;

/** Pictures from one key picture to the next: a jump decodes at most so many. */
const KEY_INTERVAL = 30;

/** Standard definition, of which an untagged clip means BT.601, ends below this height. */
const HIGH_DEFINITION = 720;

export interface Conversion {
  readonly container: StreamContainer;
  readonly clip: ClipDescription;
  /** False keeps the pictures as they are, and converts only the sound. */
  readonly pictures: boolean;
}

/**
 * Makes a clip that browsers decode: H.264 (8-bit 4:2:0, BT.709, upright, square pixels, at most 1080 on the shorter
 * side, at its own times) and AAC, in MP4.
 * @param onProgress 0 to 1.
 * @throws StudioError as `options.errors` makes it.
 */
export async function convertClip(
  bytes: Blob,
  conversion: Conversion,
  options: FfmpegOptions,
  onProgress: (fraction: number) => void,
): Promise<Blob> {
  const { durationSeconds } = conversion.clip;
  const ffmpeg = await FfmpegInstance.open(bytes, options);
  try {
    await ffmpeg.run(argumentsOf(conversion), (line) => {
      const time = timeIn(line);
      if (time !== null && durationSeconds > 0) onProgress(Math.min(1, time / durationSeconds));
    });
    return new Blob([await ffmpeg.read(OUTPUT)], { type: 'video/mp4' });
  } finally {
    ffmpeg.close();
  }
}

/** Even sides, as 4:2:0 needs them, and no larger than is ever shown. */
export function convertedSize({ width, height }: Size): Size {
  const scale = Math.min(1, SHORT_SIDE / Math.min(width, height));
  const even = (side: number) => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(width), height: even(height) };
}

function argumentsOf({ container, clip, pictures }: Conversion): string[] {
  const tags = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  const encode = [
    ...['-vf', filtersOf(clip), '-fps_mode', 'passthrough', '-enc_time_base', '-1'],
    ...['-c:v', 'libx264', '-preset', 'superfast', '-crf', '18', '-pix_fmt', 'yuv420p', '-threads', '1'],
    ...['-maxrate', String(PEAK_RATE), '-bufsize', String(2 * PEAK_RATE), '-g', String(KEY_INTERVAL), '-bf', '0'],
    ...tags,
  ];
  return [
    ...['-f', DEMUXERS[container] ?? container, '-i', FFMPEG_INPUT],
    ...['-map', '0:V:0', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...(pictures ? encode : ['-c:v', 'copy']),
    ...(clip.sound ? ['-map', '0:a:0', '-c:a', 'aac', '-b:a', '192k', '-ac', '2'] : []),
    ...['-f', 'mp4', OUTPUT],
  ];
}

/** ffmpeg itself turns the picture upright before these. */
function filtersOf({ size, hdr, matrixKnown }: ClipDescription): string {
  const { width, height } = convertedSize(size);
  const guess = size.height >= HIGH_DEFINITION && size.width >= HIGH_DEFINITION ? 'bt709' : 'bt601';
  const matrix = `in_color_matrix=${matrixKnown ? 'auto' : guess}:out_color_matrix=bt709:out_range=tv`;
  const shape = `${width}:${height}:flags=bicubic+accurate_rnd+full_chroma_int`;
  if (!hdr) return `scale=${shape}:${matrix},setsar=1,format=yuv420p`;
  return `scale=${shape},setsar=1,${toneMap(hdr)},format=yuv420p`;
}

/** Light of HDR's reference white, in cd/m² (ITU-R BT.2408): it becomes SDR's white. */
const REFERENCE_WHITE = 203;
/** Brightest light that is told from white, in cd/m²: of HLG by definition, of nearly all PQ by its mastering. */
const BRIGHTEST = 1000;

/**
 * HDR as light, in BT.709's colours: up to 0.3 of white as it was, what is brighter rolled off (Möbius). The input's
 * transfer is given because some files carry it in the stream alone.
 */
function toneMap(hdr: 'pq' | 'hlg'): string {
  const transfer = hdr === 'pq' ? 'smpte2084' : 'arib-std-b67';
  return [
    `zscale=tin=${transfer}:pin=bt2020:min=bt2020nc:t=linear:p=bt709:npl=${REFERENCE_WHITE}`,
    'format=gbrpf32le',
    `tonemap=tonemap=mobius:param=0.3:desat=0:peak=${(BRIGHTEST / REFERENCE_WHITE).toFixed(3)}`,
    'zscale=t=bt709:m=bt709:r=tv',
  ].join(',');
}

/** Of a line of ffmpeg's log, in seconds. */
function timeIn(line: string): number | null {
  const [, hours, minutes, seconds] = /time=(\d+):(\d+):([\d.]+)/.exec(line) ?? [];
  return hours === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
