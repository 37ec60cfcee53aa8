import { readFile, stat } from 'node:fs/promises';
import { runProgram } from '../process.ts';

/** What ffprobe and the file itself say of a file, in the words in which the product states its facts. */

export interface ProbedFile {
  /** By the name of ffprobe's reader, which may read several containers. */
  readonly container: string;
  readonly bitRate: number;
  readonly picture: ProbedPicture | null;
  readonly sound: ProbedSound | null;
}

export interface ProbedPicture {
  readonly codec: string;
  readonly storedSize: { readonly width: number; readonly height: number };
  /** As shown: upright, in square pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Degrees clockwise. */
  readonly rotation: number;
  readonly durationSeconds: number;
  readonly frameRate: number;
  readonly frameTiming: 'constant' | 'variable';
  readonly colour: ProbedColour;
}

interface ProbedColour {
  readonly primaries: string | null;
  readonly transfer: string | null;
  readonly matrix: string | null;
  readonly fullRange: boolean | null;
}

export interface ProbedSound {
  readonly codec: string;
  readonly sampleRate: number;
  readonly channels: number;
  readonly durationSeconds: number;
}

interface Stream {
  readonly index: number;
  readonly codec_type: string;
  readonly codec_name: string;
  readonly width: number;
  readonly height: number;
  readonly sample_aspect_ratio?: string;
  readonly avg_frame_rate: string;
  readonly duration?: string;
  readonly sample_rate: string;
  readonly channels: number;
  readonly color_primaries?: string;
  readonly color_transfer?: string;
  readonly color_space?: string;
  readonly color_range?: string;
  readonly disposition: { readonly attached_pic: number };
  readonly side_data_list?: readonly { readonly rotation?: number }[];
}

interface Packet {
  readonly pts_time?: string;
  readonly dts_time?: string;
  readonly duration_time?: string;
  /** `K` for a key packet, `D` for one that an edit list leaves out. */
  readonly flags: string;
}

/** A picture's size as stored, and as shown. */
export interface ProbedStill {
  readonly storedSize: { readonly width: number; readonly height: number };
  readonly size: { readonly width: number; readonly height: number };
}

/** Steps between pictures may differ by so much where the rate is constant, in seconds: Matroska counts milliseconds. */
const STEADY_SECONDS = 0.0021;

export async function probeFile(path: string): Promise<ProbedFile> {
  const { streams, format } = (await probe(path, ['-show_streams', '-show_format'])) as {
    streams: Stream[];
    format: { format_name: string; bit_rate?: string; duration?: string };
  };
  const video = streams.find(({ codec_type, disposition }) => codec_type === 'video' && disposition.attached_pic === 0);
  const audio = streams.find(({ codec_type }) => codec_type === 'audio');
  const picture = video ? await pictureOf(path, video) : null;
  const sound = audio ? await soundOf(path, audio) : null;
  const length = Math.max(picture?.durationSeconds ?? 0, sound?.durationSeconds ?? 0);
  return {
    container: format.format_name,
    bitRate: Number(format.bit_rate ?? ((await stat(path)).size * 8) / length),
    picture,
    sound,
  };
}

/** Of a picture that ffmpeg reads; its HEIC reader comes with a later version. */
export async function probeStill(path: string): Promise<ProbedStill> {
  if (path.endsWith('.heic')) return heicSize(path);
  const { frames } = (await probe(path, ['-show_frames', '-read_intervals', '%+#1'])) as {
    frames: { width: number; height: number; tags?: { Orientation?: string } }[];
  };
  const [frame] = frames;
  if (!frame) throw new Error(`${path} has no picture.`);
  const { width, height } = frame;
  // Orientations from 5 on are a quarter turn, mirrored or not.
  const lying = Number(frame.tags?.Orientation ?? 1) >= 5;
  return { storedSize: { width, height }, size: lying ? { width: height, height: width } : { width, height } };
}

/** libheif tells the size as shown, and its file's own box of properties the one that is stored. */
async function heicSize(path: string): Promise<ProbedStill> {
  const [, width, height] = /image: (\d+)x(\d+)/.exec((await runProgram('heif-info', [path])).toString()) ?? [];
  const bytes = await readFile(path);
  const box = bytes.indexOf('ispe');
  return {
    storedSize: { width: bytes.readUInt32BE(box + 8), height: bytes.readUInt32BE(box + 12) },
    size: { width: Number(width), height: Number(height) },
  };
}

async function pictureOf(path: string, stream: Stream): Promise<ProbedPicture> {
  const { width, height } = stream;
  const [across = 1, down = 1] = (stream.sample_aspect_ratio ?? '1:1').split(':').map(Number);
  const shown = inSquarePixels({ width, height }, across > 0 && down > 0 ? across / down : 1);
  const turned = stream.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0;
  // ffprobe counts counter-clockwise.
  const rotation = (360 - Math.round(turned)) % 360;
  const [frames = 0, per = 1] = stream.avg_frame_rate.split('/').map(Number);
  const packets = await packetsOf(path, stream);
  const steady = isSteady(packets);
  return {
    codec: stream.codec_name,
    storedSize: { width, height },
    size: rotation % 180 === 0 ? shown : { width: shown.height, height: shown.width },
    rotation,
    // ffmpeg's own figures of a clip whose rate varies are of the rate that it could have had.
    durationSeconds: steady && stream.duration !== undefined ? Number(stream.duration) : extent(packets),
    frameRate: steady ? frames / per : packets.length / extent(packets),
    frameTiming: steady ? 'constant' : 'variable',
    colour: {
      primaries: stated(stream.color_primaries),
      transfer: stated(stream.color_transfer),
      matrix: stated(stream.color_space),
      fullRange: stream.color_range === undefined ? null : stream.color_range === 'pc',
    },
  };
}

/** Made larger where they are not square, as browsers show them: never fewer than are stored. */
function inSquarePixels({ width, height }: ProbedStill['size'], aspect: number): ProbedStill['size'] {
  return aspect >= 1 ? { width: Math.round(width * aspect), height } : { width, height: Math.round(height / aspect) };
}

async function soundOf(path: string, stream: Stream): Promise<ProbedSound> {
  const { codec_name, sample_rate, channels, duration } = stream;
  return {
    codec: codec_name,
    sampleRate: Number(sample_rate),
    channels,
    durationSeconds: Number(duration ?? extent(await packetsOf(path, stream))),
  };
}

interface Picked {
  /** Both in seconds. */
  readonly begins: number;
  readonly ends: number;
}

/** Those that are shown, or heard. AVI has no times of presentation: there they are those of decoding. */
async function packetsOf(path: string, { index }: Stream): Promise<Picked[]> {
  const entries = 'packet=pts_time,dts_time,duration_time,flags';
  const { packets } = (await probe(path, ['-select_streams', String(index), '-show_entries', entries])) as {
    packets: Packet[];
  };
  return packets
    .filter(({ flags }) => !flags.includes('D'))
    .map(({ pts_time, dts_time, duration_time }) => {
      const begins = Number(pts_time ?? dts_time);
      return { begins, ends: begins + Number(duration_time ?? 0) };
    });
}

/** From the first packet's time to the last one's end, in seconds. */
function extent(packets: readonly Picked[]): number {
  return Math.max(...packets.map(({ ends }) => ends)) - Math.min(...packets.map(({ begins }) => begins));
}

function isSteady(packets: readonly Picked[]): boolean {
  const times = packets.map(({ begins }) => begins).sort((a, b) => a - b);
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return steps.length === 0 || Math.max(...steps) - Math.min(...steps) < STEADY_SECONDS;
}

function stated(name: string | undefined): string | null {
  return name === undefined || name === 'unknown' || name === 'unspecified' ? null : name;
}

async function probe(path: string, args: readonly string[]): Promise<unknown> {
  return JSON.parse((await runProgram('ffprobe', ['-v', 'error', ...args, '-of', 'json', path])).toString());
}
