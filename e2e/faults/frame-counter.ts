import { cachedFixture } from '../support/fixture-cache.ts';
import { frameTimes } from '../support/probe.ts';
import { ffmpeg, runProgram } from '../support/process.ts';

/**
 * A clip each of whose frames shows its own number, and the ruler that reads the numbers out of a finished video. A
 * number is 12 black and white blocks, first the lowest bit, and below them the same 12 the other way round: a frame
 * that is none, or half of one, reads as no number at all.
 */

/** Of the clip and of an eco export. */
export const FRAMES_PER_SECOND = 24;

/** The picture in blocks of 10 pixels: 9:16, as the place where the export shows it. */
const GRID = { width: 54, height: 96 };
const PIXELS_PER_STEP = 10;
const BITS = 12;
const COLUMNS = 4;
/** A bit's block, and where the first one starts, in steps of the grid. */
const BLOCK = 10;
const LEFT = 7;
const TOP = 18;

/** Where an eco export of 9:16 (720x1280) shows the clip. */
const SHOWN = { x: 60, y: 107, width: 600, height: 1066 };

/** H.264 and AAC in MP4, exactly `frames` long. The picture behind the blocks moves, so that neighbours differ. */
export function counterClip(frames: number): Promise<string> {
  const bit = `${COLUMNS}*floor((Y-${TOP})/${BLOCK})+floor((X-${LEFT})/${BLOCK})`;
  const value = `mod(floor(N/pow(2\\,mod(${bit}\\,${BITS})))\\,2)`;
  const shown = `if(lt(${bit}\\,${BITS})\\,${value}\\,1-${value})`;
  const right = LEFT + COLUMNS * BLOCK - 1;
  const bottom = TOP + 2 * (BITS / COLUMNS) * BLOCK - 1;
  const inside = `between(X\\,${LEFT}\\,${right})*between(Y\\,${TOP}\\,${bottom})`;
  const behind = '126+80*sin(2*PI*(X+2*Y+N)/48)';
  const picture = `geq=lum='if(${inside}\\,16+219*(${shown})\\,${behind})':cb=128:cr=128`;
  const rate = FRAMES_PER_SECOND;
  const source = `color=c=black:s=${GRID.width}x${GRID.height}:r=${rate},format=yuv420p,${picture}`;
  const scaled = `${source},scale=iw*${PIXELS_PER_STEP}:ih*${PIXELS_PER_STEP}:flags=neighbor`;
  const tone = `sine=frequency=440:sample_rate=48000:duration=${frames / rate}`;
  return cachedFixture(`counter-${frames}.mp4`, { scaled, tone, frames }, (path) =>
    ffmpeg([
      ...['-f', 'lavfi', '-i', scaled, '-f', 'lavfi', '-i', tone],
      ...['-frames:v', String(frames), '-c:v', 'libx264', '-g', String(rate), '-pix_fmt', 'yuv420p'],
      ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
      ...['-c:a', 'aac', '-ac', '2', '-f', 'mp4', path],
    ]),
  );
}

/** The numbers that the frames of an eco export show, in the order of the file; null for one that shows none. */
export async function readCounter(video: string): Promise<(number | null)[]> {
  const { x, y, width, height } = SHOWN;
  const filter = `crop=${width}:${height}:${x}:${y},scale=${GRID.width}:${GRID.height}:flags=area,format=gray`;
  const raw = ['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'gray', '-'];
  const bytes = await runProgram('ffmpeg', ['-nostdin', '-v', 'error', '-i', video, '-an', '-vf', filter, ...raw]);
  const length = GRID.width * GRID.height;
  return Array.from({ length: bytes.length / length }, (_, frame) =>
    numberIn(bytes.subarray(frame * length, (frame + 1) * length)),
  );
}

function numberIn(picture: Buffer): number | null {
  let number = 0;
  for (let bit = 0; bit < BITS; bit++) {
    const white = isWhite(picture, bit);
    if (white === isWhite(picture, bit + BITS)) return null;
    if (white) number += 2 ** bit;
  }
  return number;
}

/** By the middle of the block: its edges are blurred. */
function isWhite(picture: Buffer, block: number): boolean {
  const left = LEFT + (block % COLUMNS) * BLOCK;
  const top = TOP + Math.floor(block / COLUMNS) * BLOCK;
  let sum = 0;
  for (let y = top + 3; y < top + BLOCK - 3; y++) {
    for (let x = left + 3; x < left + BLOCK - 3; x++) sum += picture[y * GRID.width + x] ?? 0;
  }
  return sum / (BLOCK - 6) ** 2 > 128;
}

export interface VideoMeasure {
  readonly numbers: readonly (number | null)[];
  /** In seconds. */
  readonly times: readonly number[];
  readonly soundPackets: number;
}

export async function measureVideo(video: string): Promise<VideoMeasure> {
  const packets = ['-v', 'error', '-select_streams', 'a:0', '-count_packets'];
  const entries = ['-show_entries', 'stream=nb_read_packets', '-of', 'csv=p=0', video];
  const [numbers, times, sound] = await Promise.all([
    readCounter(video),
    frameTimes(video),
    runProgram('ffprobe', [...packets, ...entries]),
  ]);
  return { numbers, times, soundPackets: Number.parseInt(sound.toString(), 10) };
}

/** The frame of `video` that is least like its counterpart in `reference`, in dB over all planes; of the shorter's length. */
export async function leastPsnr(video: string, reference: string): Promise<number> {
  const compare = [
    '-i',
    video,
    '-i',
    reference,
    '-lavfi',
    '[0:v][1:v]psnr=stats_file=-:shortest=1:repeatlast=0',
    '-f',
    'null',
    '/dev/null',
  ];
  const lines = (await runProgram('ffmpeg', ['-nostdin', '-v', 'error', ...compare])).toString();
  const values = [...lines.matchAll(/psnr_avg:(\S+)/g)].map(([, value]) =>
    value === 'inf' ? Number.POSITIVE_INFINITY : Number(value),
  );
  if (values.length === 0) throw new Error(`ffmpeg compared no frame of ${video} with ${reference}.`);
  return Math.min(...values);
}
