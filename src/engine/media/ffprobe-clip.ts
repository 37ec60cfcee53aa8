import { z } from 'zod';
import type { Size } from '#core/geometry.ts';
import type { ColourFacts, Rotation, SoundFacts } from '#core/media/asset.ts';
import type { StreamContainer } from '#core/media/sniff.ts';
import { FFMPEG_INPUT, FfmpegInstance, type FfmpegOptions } from '../ffmpeg/ffmpeg-instance.ts';
import type { ClipDescription } from './clip-description.ts';
import { hdrOf } from './describe-clip.ts';

/** Demuxers by their names in ffmpeg. Forced: ffmpeg's own guess would let a playlist in under any name. */
export const DEMUXERS: Partial<Record<StreamContainer, string>> = {
  mp4: 'mov',
  mov: 'mov',
  webm: 'matroska',
  mkv: 'matroska',
  avi: 'avi',
  ts: 'mpegts',
};

const reportSchema = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string().default('unknown'),
      codec_name: z.string().default('unknown'),
      width: z.number().default(0),
      height: z.number().default(0),
      sample_aspect_ratio: z.string().default('1:1'),
      r_frame_rate: z.string().default('0/0'),
      avg_frame_rate: z.string().default('0/0'),
      duration: z.string().default(''),
      color_space: z.string().default('unknown'),
      color_transfer: z.string().default('unknown'),
      color_primaries: z.string().default('unknown'),
      color_range: z.string().default('unknown'),
      sample_rate: z.string().default('0'),
      channels: z.number().default(0),
      disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
    }),
  ),
  format: z.object({
    format_name: z.string().default('unknown'),
    duration: z.string().default(''),
    bit_rate: z.string().default(''),
  }),
});
type Stream = z.infer<typeof reportSchema>['streams'][number];

/** Steady clips may be told apart by so much of their rate: containers round the times. */
const STEADY_SHARE = 0.02;

/**
 * What ffprobe, in WebAssembly, says of a clip that the media library cannot read or name.
 * @returns null where it finds no moving picture.
 * @throws StudioError as `options.errors` makes it.
 */
export async function ffprobeClip(
  bytes: Blob,
  container: StreamContainer,
  options: FfmpegOptions,
): Promise<ClipDescription | null> {
  const demuxer = DEMUXERS[container];
  if (!demuxer) return null;
  const ffmpeg = await FfmpegInstance.open(bytes, options);
  try {
    const output = await ffmpeg.probe(['-f', demuxer, '-show_streams', '-show_format', '-i', FFMPEG_INPUT]);
    const report = reportSchema.safeParse(JSON.parse(output));
    if (!report.success) throw options.errors.failed(z.prettifyError(report.error));
    const { streams, format } = report.data;
    const video = streams.find((stream) => stream.codec_type === 'video' && stream.disposition.attached_pic === 0);
    return video
      ? describe(
          video,
          streams.find((stream) => stream.codec_type === 'audio'),
          format,
        )
      : null;
  } catch (error) {
    throw error instanceof SyntaxError ? options.errors.failed(error.message) : error;
  } finally {
    ffmpeg.close();
  }
}

function describe(
  video: Stream,
  sound: Stream | undefined,
  format: z.infer<typeof reportSchema>['format'],
): ClipDescription {
  const [across = 1, down = 1] = video.sample_aspect_ratio.split(':').map(Number);
  const aspect = across > 0 && down > 0 ? across / down : 1;
  const rotation = rotationOf(video);
  const average = fraction(video.avg_frame_rate);
  const lowest = fraction(video.r_frame_rate);
  return {
    container: format.format_name,
    codec: video.codec_name,
    size: upright(
      { width: Math.max(1, Math.round(video.width * aspect)), height: Math.max(1, video.height) },
      rotation,
    ),
    storedSize: { width: Math.max(1, video.width), height: Math.max(1, video.height) },
    durationSeconds: Number(video.duration) || Number(format.duration) || 0,
    frameRate: average,
    frameTiming: Math.abs(average - lowest) > STEADY_SHARE * lowest ? 'variable' : 'constant',
    rotation,
    squarePixels: aspect === 1,
    hdr: hdrOf(video.color_transfer),
    matrixKnown: video.color_space !== 'unknown',
    sound: sound ? { codec: sound.codec_name, playable: false } : null,
    stated: { colour: colourOf(video), ...bitRateFact(format.bit_rate), ...soundFacts(sound) },
  };
}

/** Colours by their names in WebCodecs, where ffmpeg has others. */
const COLOUR_NAMES: Readonly<Record<string, string>> = {
  smpte2084: 'pq',
  'arib-std-b67': 'hlg',
  bt2020nc: 'bt2020-ncl',
  gbr: 'rgb',
};

function colourOf({ color_primaries, color_transfer, color_space, color_range }: Stream): ColourFacts {
  const named = (name: string) => (name === 'unknown' ? null : (COLOUR_NAMES[name] ?? name));
  return {
    primaries: named(color_primaries),
    transfer: named(color_transfer),
    matrix: named(color_space),
    fullRange: color_range === 'unknown' ? null : color_range === 'pc',
  };
}

function bitRateFact(text: string): { readonly bitRate?: number } {
  const bitRate = Number(text);
  return bitRate > 0 ? { bitRate } : {};
}

/** By their names in the media library, where ffmpeg has others. */
const SOUND_CODECS: Readonly<Record<string, string>> = {
  pcm_u8: 'pcm-u8',
  pcm_s16le: 'pcm-s16',
  pcm_s24le: 'pcm-s24',
  pcm_s32le: 'pcm-s32',
  pcm_f32le: 'pcm-f32',
};

/** Nothing where its figures make no sense. */
function soundFacts(sound: Stream | undefined): { readonly sound?: SoundFacts | null } {
  if (!sound) return { sound: null };
  const { channels } = sound;
  const codec = SOUND_CODECS[sound.codec_name] ?? sound.codec_name;
  const sampleRate = Number(sound.sample_rate);
  return sampleRate > 0 && channels > 0 ? { sound: { codec, sampleRate, channels } } : {};
}

/** ffprobe counts counter-clockwise. */
function rotationOf({ side_data_list }: Stream): Rotation {
  const turned = side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0;
  const clockwise = (((-Math.round(turned / 90) * 90) % 360) + 360) % 360;
  return clockwise === 90 || clockwise === 180 || clockwise === 270 ? clockwise : 0;
}

function upright({ width, height }: Size, rotation: Rotation): Size {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

function fraction(text: string): number {
  const [numerator = 0, denominator = 0] = text.split('/').map(Number);
  return denominator > 0 ? numerator / denominator : 0;
}
