import { readFile, writeFile } from 'node:fs/promises';
import { cachedFixture } from './fixture-cache.ts';
import { ffmpeg, runProgram } from './process.ts';

/** Clips as phones, cameras and old programs make them. Each shows the quarters of `QUARTERS` unless said otherwise. */

/** Colours at the top left, top right, bottom left and bottom right. */
export const QUARTERS = ['#C03020', '#20A040', '#2040B0', '#D0C0A0'] as const;

const BT709 = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '12', '-pix_fmt', 'yuv420p', ...BT709];
const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=2'];

interface Shape {
  readonly width?: number;
  readonly height?: number;
  readonly seconds?: number;
  readonly rate?: number;
}

/** The quarters as a source of lavfi, in RGB. */
function quarters({ width = 320, height = 192, seconds = 2, rate = 25 }: Shape = {}): string {
  const [first, ...others] = QUARTERS.map((colour) => colour.replace('#', '0x'));
  const half = { x: Math.floor(width / 2), y: Math.floor(height / 2) };
  const right = { x: half.x, width: width - half.x };
  const boxes = [
    { ...right, y: 0, height: half.y, colour: others[0] },
    { x: 0, y: half.y, width: half.x, height: height - half.y, colour: others[1] },
    { ...right, y: half.y, height: height - half.y, colour: others[2] },
  ].map((box) => `drawbox=x=${box.x}:y=${box.y}:w=${box.width}:h=${box.height}:color=${box.colour}:t=fill`);
  return `color=c=${first}:s=${width}x${height}:r=${rate}:d=${seconds},format=rgb24,${boxes.join(',')}`;
}

const TO_TV = 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p';

/** One clip of the quarters. `filter` comes behind the conversion to YCbCr. */
function clip(name: string, args: readonly string[], shape: Shape = {}, filter = TO_TV): Promise<string> {
  const source = `${quarters(shape)},${filter}`;
  return cachedFixture(name, { source, args }, (path) => ffmpeg(['-f', 'lavfi', '-i', source, ...args, path]));
}

export function plainClip(name = 'plain.mp4', shape: Shape = {}): Promise<string> {
  return clip(name, [...H264, '-f', 'mp4'], shape);
}

/** @param counterClockwise as ffmpeg counts. Stored lying; shown so, the quarters stand turned. */
export async function turned(degrees: 90 | 180 | 270): Promise<string> {
  const lying = await plainClip();
  return cachedFixture(`turned-${degrees}.mp4`, { lying, degrees }, (path) =>
    ffmpeg(['-i', lying, '-c', 'copy', '-metadata:s:v:0', `rotate=${degrees}`, '-f', 'mp4', path]),
  );
}

export function variableRate(): Promise<string> {
  const filter = `${TO_TV},select='lt(mod(n\\,7)\\,3)'`;
  return clip('variable.mp4', [...H264, '-fps_mode', 'vfr', '-f', 'mp4'], { rate: 30 }, filter);
}

export type HdrKind = 'hevc-hlg' | 'hevc-pq' | 'vp9-pq' | 'h264-hlg';

/** The same colours as SDR has, as HDR: SDR's white at 203 cd/m². */
export function hdrClip(kind: HdrKind): Promise<string> {
  const pq = kind.endsWith('pq');
  const transfer = pq ? 'smpte2084' : 'arib-std-b67';
  const to = `format=gbrp,zscale=rin=full:tin=bt709:pin=bt709:min=gbr:t=${transfer}:p=bt2020:m=bt2020nc:r=tv:npl=203`;
  const tags = ['-color_primaries', 'bt2020', '-color_trc', transfer, '-colorspace', 'bt2020nc', '-color_range', 'tv'];
  const x265 = `log-level=error:colorprim=bt2020:transfer=${transfer}:colormatrix=bt2020nc:range=limited`;
  const encoders = {
    hevc: ['-c:v', 'libx265', '-preset', 'ultrafast', '-crf', '10', '-x265-params', x265, '-tag:v', 'hvc1'],
    vp9: [
      '-c:v',
      'libvpx-vp9',
      '-profile:v',
      '2',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-crf',
      '15',
      '-b:v',
      '0',
    ],
    h264: ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '10', '-profile:v', 'high10'],
  };
  const codec = kind.split('-')[0] as keyof typeof encoders;
  const format = codec === 'vp9' ? 'webm' : 'mp4';
  const args = [...encoders[codec], ...tags, '-f', format];
  return clip(`${kind}.${format}`, args, { seconds: 1 }, `${to},format=yuv420p10le`);
}

/** As phones record where nobody asks for HDR. */
export function hevc(): Promise<string> {
  const x265 = 'log-level=error:colorprim=bt709:transfer=bt709:colormatrix=bt709:range=limited';
  const args = ['-c:v', 'libx265', '-preset', 'ultrafast', '-crf', '10', '-x265-params', x265, '-tag:v', 'hvc1'];
  return clip('phone.mov', [...args, ...BT709, '-f', 'mov'], { seconds: 1 });
}

export function soundOnly(): Promise<string> {
  return cachedFixture('sound-only.mov', 'sound-only', (path) => ffmpeg([...TONE, '-c:a', 'aac', '-f', 'mov', path]));
}

/** With a sound track that browsers cannot decode. */
export async function withOddSound(): Promise<string> {
  const plain = await plainClip();
  return cachedFixture('odd-sound.mkv', { plain }, (path) =>
    ffmpeg(['-i', plain, ...TONE, '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'ac3', '-f', 'matroska', path]),
  );
}

export function oddSize(): Promise<string> {
  const args = ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-crf', '15', '-b:v', '0', ...BT709];
  return clip('odd-size.webm', [...args, '-f', 'webm'], { width: 853, height: 481, seconds: 1 });
}

export function tiny(): Promise<string> {
  const args = ['-c:v', 'libvpx-vp9', '-lossless', '1', ...BT709, '-f', 'webm'];
  return clip('tiny.webm', args, { width: 6, height: 10, seconds: 1 });
}

/** 720x576 stored, 1024x576 shown. */
export function anamorphic(): Promise<string> {
  return clip(
    'anamorphic.mp4',
    [...H264, '-f', 'mp4'],
    { width: 720, height: 576, seconds: 1 },
    `${TO_TV},setsar=64/45`,
  );
}

export function anamorphicMpeg4(): Promise<string> {
  const args = ['-c:v', 'mpeg4', '-q:v', '2', '-f', 'avi'];
  const filter = 'scale=out_color_matrix=bt601:out_range=tv,format=yuv420p,setsar=16/11';
  return clip('anamorphic.avi', args, { width: 352, height: 288, seconds: 1 }, filter);
}

/** Old files say nothing of their colours: BT.601 is meant. */
export function mpeg4Avi(): Promise<string> {
  const source = `${quarters()},scale=out_color_matrix=bt601:out_range=tv,format=yuv420p`;
  const args = ['-c:v', 'mpeg4', '-q:v', '2', '-c:a', 'libmp3lame', '-shortest', '-f', 'avi'];
  return cachedFixture('camcorder.avi', { source, args }, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', source, ...TONE, ...args, path]),
  );
}

export function motionJpegAvi(): Promise<string> {
  const filter = 'scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p';
  return clip('camera.avi', ['-c:v', 'mjpeg', '-q:v', '2', '-f', 'avi'], { width: 333, height: 187 }, filter);
}

export function proRes(): Promise<string> {
  const filter = 'scale=out_color_matrix=bt709:out_range=tv,format=yuv422p10le';
  return clip('edit.mov', ['-c:v', 'prores_ks', '-profile:v', '2', ...BT709, '-f', 'mov'], { seconds: 1 }, filter);
}

/** Its times begin at 1.4 s, as this container's do. */
export function transportStream(): Promise<string> {
  return clip('recorder.ts', [...H264, '-bf', '0', '-f', 'mpegts']);
}

export function lateStart(): Promise<string> {
  return clip('late.mkv', [...H264, '-output_ts_offset', '5', '-f', 'matroska']);
}

/** Its own clock begins somewhere else; a tone begins 1 s after its first picture. */
export function lateTone(container: 'mpegts' | 'matroska'): Promise<string> {
  const tone = 'sine=frequency=440:sample_rate=48000:duration=1,volume=12dB,adelay=1000:all=1';
  const video = `${quarters()},${TO_TV}`;
  const args = [...H264, '-bf', '0', '-c:a', 'aac', '-output_ts_offset', '5', '-f', container];
  return cachedFixture(`late-tone.${container}`, { tone, video, args }, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', video, '-f', 'lavfi', '-i', tone, ...args, path]),
  );
}

export function oneFrame(): Promise<string> {
  return clip('one-frame.mp4', [...H264, '-frames:v', '1', '-f', 'mp4']);
}

/** One key picture in all; white moves down. */
export function longGop(): Promise<string> {
  return clip('long-gop.mp4', [...H264, '-g', '9999', '-sc_threshold', '0', '-f', 'mp4'], { seconds: 12 });
}

/** Promises in its beginning what its missing half holds. */
export async function cutOff(): Promise<string> {
  const args = [...H264, '-crf', '0', '-movflags', '+faststart', '-f', 'mp4'];
  const whole = await clip('front.mp4', args, {}, `${TO_TV},noise=alls=20:allf=t`);
  return half(whole, 'cut-off.mp4');
}

/** Has not got as far as its list of pictures, which stands at the end. */
export async function cutOffBeforeItsIndex(): Promise<string> {
  return half(await plainClip(), 'no-index.mp4');
}

/** Matroska has no such list: what is there can be played. */
export async function cutOffMatroska(): Promise<string> {
  const whole = await clip('whole.mkv', [...H264, '-crf', '0', '-f', 'matroska'], {}, `${TO_TV},noise=alls=20:allf=t`);
  return half(whole, 'cut-off.mkv');
}

/** A second of noise where pictures were, in its middle. */
export async function damagedMiddle(): Promise<string> {
  const whole = await clip(
    'sound.mp4',
    [...H264, '-g', '25', '-f', 'mp4'],
    { seconds: 4 },
    `${TO_TV},noise=alls=8:allf=t`,
  );
  return cachedFixture('damaged-middle.mp4', { whole, from: 0.4, to: 0.45 }, async (path) => {
    const bytes = await readFile(whole);
    for (let index = Math.floor(bytes.length * 0.4); index < bytes.length * 0.45; index++) bytes[index] = 0xff;
    await writeFile(path, bytes);
  });
}

async function half(whole: string, name: string): Promise<string> {
  return cachedFixture(name, { whole, half: 2 }, async (path) => {
    const bytes = await readFile(whole);
    await writeFile(path, bytes.subarray(0, bytes.length / 2));
  });
}

export interface ClipReport {
  readonly codec: string;
  /** As shown: upright, in square pixels. */
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  readonly frameRate: number;
  readonly hasAudio: boolean;
}

/** What ffprobe says of a clip. */
export async function clipReport(file: string): Promise<ClipReport> {
  const output = await runProgram('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file]);
  const { streams, format } = JSON.parse(output.toString()) as {
    streams: {
      codec_type: string;
      codec_name: string;
      width: number;
      height: number;
      sample_aspect_ratio?: string;
      avg_frame_rate: string;
      duration?: string;
      side_data_list?: { rotation?: number }[];
    }[];
    format: { duration: string; start_time: string };
  };
  const video = streams.find((stream) => stream.codec_type === 'video');
  if (!video) throw new Error(`${file} has no video.`);
  const [across = 1, down = 1] = (video.sample_aspect_ratio ?? '1:1').split(':').map(Number);
  const shown = { width: Math.round((video.width * across) / (down || 1)) || video.width, height: video.height };
  const lying =
    Math.abs(video.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0) % 180 === 90;
  const [frames = 0, per = 1] = video.avg_frame_rate.split('/').map(Number);
  return {
    codec: video.codec_name,
    width: lying ? shown.height : shown.width,
    height: lying ? shown.width : shown.height,
    // Matroska gives the time of the end.
    duration: Number(video.duration ?? Number(format.duration) - Number(format.start_time)),
    frameRate: frames / per,
    hasAudio: streams.some((stream) => stream.codec_type === 'audio'),
  };
}

/** ffmpeg's own way from HDR to SDR's light: 203 cd/m² as white, brighter light rolled off. */
export function nativeToneMap(kind: HdrKind): string {
  const transfer = kind.endsWith('pq') ? 'smpte2084' : 'arib-std-b67';
  const light = `zscale=tin=${transfer}:pin=bt2020:min=bt2020nc:t=linear:npl=203,format=gbrpf32le,zscale=p=bt709`;
  return `${light},tonemap=mobius:param=0.3:desat=0:peak=4.926,zscale=t=bt709:m=bt709:r=tv,format=yuv420p`;
}

/** The centres of the quarters of a clip's first picture as ffmpeg shows it. */
export async function nativeQuarters(file: string, filter = 'null'): Promise<number[][]> {
  const { width, height } = await clipReport(file);
  const raw = ['-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  const filters = `${filter},scale=${width}:${height}`;
  const bytes = await runProgram('ffmpeg', ['-nostdin', '-v', 'error', '-i', file, '-vf', filters, ...raw]);
  return [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map((x) => {
      const pixel = (Math.floor(y * height) * width + Math.floor(x * width)) * 3;
      return [...bytes.subarray(pixel, pixel + 3)];
    }),
  );
}

/** Grey steps of a `countingClip`, of 8-bit limited-range luma. */
const FIRST_STEP = 20;
const STEP = 3;

/**
 * Pictures at 30 a second, each a little brighter than the one before, anew after 60. A single key picture, unless `keyEvery` says
 * otherwise; `kept` (an expression of ffmpeg, of the number n) leaves some of them out.
 */
export function countingClip(name: string, kept = '1', keyEvery = 999, seconds = 2): Promise<string> {
  const grey = `geq=lum='${FIRST_STEP}+${STEP}*mod(N\\,60)':cb=128:cr=128`;
  const source = `color=c=black:s=160x96:r=30:d=${seconds},format=yuv420p,${grey},select='${kept}'`;
  const args = [...H264, '-g', String(keyEvery), '-sc_threshold', '0', '-fps_mode', 'vfr', '-f', 'mp4'];
  return cachedFixture(name, { source, args }, (path) => ffmpeg(['-f', 'lavfi', '-i', source, ...args, path]));
}

/** Which picture of a `countingClip` this grey (0 to 255) is. */
export function pictureNumber(grey: number): number {
  return Math.round((16 + (grey * 219) / 255 - FIRST_STEP) / STEP);
}

/** Nine seconds: black for two, still for two, blurred motion for two, sharp motion for two, black again. */
export function clipWithABestPart(): Promise<string> {
  const scene = (filter: string, seconds: number) => `testsrc2=s=320x192:r=25:d=${seconds}${filter},setsar=1`;
  const parts = [
    'color=c=black:s=320x192:r=25:d=2',
    scene(',loop=loop=50:size=1', 2),
    scene(',boxblur=20:3', 2),
    scene('', 2),
    'color=c=black:s=320x192:r=25:d=1',
  ].map((part, index) => `${part},format=yuv420p,trim=duration=2,setpts=PTS-STARTPTS[part${index}]`);
  const joined = `${parts.map((_, index) => `[part${index}]`).join('')}concat=n=${parts.length}`;
  const source = `${parts.join(';')};${joined}`;
  return cachedFixture('best-part.mp4', { source }, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', source, ...H264, '-f', 'mp4', path]),
  );
}

/** Six minutes that no browser decodes. */
export function tooLongAvi(): Promise<string> {
  const source = 'color=c=red:s=64x64:r=1:d=360';
  const args = ['-c:v', 'mpeg4', '-f', 'avi'];
  return cachedFixture('six-minutes.avi', { source, args }, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', source, ...args, path]),
  );
}

/** Takes a while to convert. */
export function longAvi(): Promise<string> {
  const source = 'testsrc2=s=1280x720:r=30:d=20';
  const args = ['-c:v', 'mpeg4', '-q:v', '6', '-f', 'avi'];
  return cachedFixture('long.avi', { source, args }, (path) => ffmpeg(['-f', 'lavfi', '-i', source, ...args, path]));
}
