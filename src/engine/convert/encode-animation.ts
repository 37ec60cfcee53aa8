import type { PlannedAnimation } from '#core/convert/animation.ts';
import type { AnimationTarget } from '#core/convert/conversion.ts';
import { TARGET_NAMES } from '#core/convert/names.ts';
import { StudioError } from '#core/errors.ts';
import {
  FFMPEG_INPUT,
  FFMPEG_SECOND_INPUT,
  type FfmpegErrors,
  FfmpegInstance,
  type FfmpegOptions,
} from '../ffmpeg/ffmpeg-instance.ts';
import type { PictureColours } from '../video-file/picture-colours.ts';
import type { DrawnPictures } from './draw-pictures.ts';

export interface AnimationEncoding {
  /** What the person calls the video. */
  readonly name: string;
  readonly to: AnimationTarget;
  readonly plan: PlannedAnimation;
  readonly pictures: DrawnPictures;
}

/** It prints a line for each picture; a large one takes WebP a second or two. */
const STALL_SECONDS = 30;

const OUTPUT = '/out';
/** What 256 colours are as a picture of palettegen's: 16x16 pixels. */
const PALETTE_SIZE = '16x16';

/**
 * By ffmpeg in WebAssembly, a fresh one for each run: each reads the pictures in place.
 * @param onFrame how many pictures are done, of how many: a GIF goes through them twice, for its colours first.
 * @throws StudioError `encoder-failed`, `render-stalled`.
 */
export async function encodeAnimation(
  encoding: AnimationEncoding,
  onFrame: (done: number, total: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { to, plan, pictures } = encoding;
  const input = inputOf(plan);
  if (to === 'webp') {
    return await run(encoding, [...input, ...webpArguments(pictures.colours)], (done) => onFrame(done, plan.frames));
  }
  const total = 2 * plan.frames;
  const palette = await run(encoding, [...input, ...paletteArguments(pictures.colours)], (done) =>
    onFrame(done, total),
  );
  return await run(
    encoding,
    [...input, ...gifArguments(pictures.colours)],
    (done) => onFrame(plan.frames + done, total),
    new Blob([palette]),
  );
}

async function run(
  { name, to, pictures }: AnimationEncoding,
  args: readonly string[],
  onFrame: (done: number) => void,
  second: Blob | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  let done = 0;
  const alive = () => onFrame(done);
  const options: FfmpegOptions = {
    errors: errorsOf(name, TARGET_NAMES[to]),
    stallSeconds: STALL_SECONDS,
    onAlive: alive,
  };
  const ffmpeg = await FfmpegInstance.open(pictures.planes, options, second);
  try {
    await ffmpeg.run([...args, OUTPUT], (line) => {
      const [, number] = /showinfo.* n: *(\d+) /.exec(line) ?? [];
      if (number === undefined) return;
      done = Number(number) + 1;
      alive();
    });
    return await ffmpeg.read(OUTPUT);
  } finally {
    ffmpeg.close();
  }
}

function inputOf({ size, frameRate }: PlannedAnimation): string[] {
  const picture = ['-pix_fmt', 'yuv420p', '-s', `${size.width}x${size.height}`, '-framerate', String(frameRate)];
  return ['-nostats', '-f', 'rawvideo', ...picture, '-i', FFMPEG_INPUT];
}

/** Says how far it is: encoders that put a file together at its end say nothing before. */
const COUNTED = 'showinfo=checksum=0';
const EXACT = 'flags=bicubic+accurate_rnd+full_chroma_int';

/** Up to 256 colours for all pictures, those that move above all. */
function paletteArguments(colours: PictureColours): string[] {
  const filters = `${toRgb(colours)},${COUNTED},palettegen=stats_mode=diff`;
  return ['-vf', filters, '-frames:v', '1', '-c:v', 'rawvideo', '-pix_fmt', 'bgra', '-f', 'rawvideo'];
}

function gifArguments(colours: PictureColours): string[] {
  const graph = `[0:v]${toRgb(colours)},${COUNTED}[pictures];[pictures][1:v]paletteuse=dither=sierra2_4a:diff_mode=rectangle`;
  return [
    ...['-f', 'rawvideo', '-pix_fmt', 'bgra', '-s', PALETTE_SIZE, '-framerate', '1', '-i', FFMPEG_SECOND_INPUT],
    ...['-lavfi', graph, '-c:v', 'gif', '-loop', '0', '-f', 'gif'],
  ];
}

/** Lossy WebP is BT.601 in limited range, and says nothing else. */
function webpArguments(colours: PictureColours): string[] {
  const filters = `scale=${inputColours(colours)}:out_color_matrix=bt601:out_range=tv:${EXACT},${COUNTED}`;
  const quality = ['-quality', '80', '-compression_level', '3'];
  return ['-vf', filters, '-c:v', 'libwebp_anim', '-pix_fmt', 'yuv420p', ...quality, '-loop', '0', '-f', 'webp'];
}

function toRgb(colours: PictureColours): string {
  return `scale=${inputColours(colours)}:${EXACT},format=bgra`;
}

function inputColours({ red, fullRange }: PictureColours): string {
  return `in_color_matrix=${MATRICES.get(red) ?? 'bt709'}:in_range=${fullRange ? 'pc' : 'tv'}`;
}

/** ffmpeg's names, by the share of red in luma. */
const MATRICES: ReadonlyMap<number, string> = new Map([
  [0.299, 'bt601'],
  [0.2126, 'bt709'],
  [0.2627, 'bt2020'],
]);

function errorsOf(name: string, target: string): FfmpegErrors {
  return {
    failed: (cause) =>
      new StudioError(
        'encoder-failed',
        `“${name}” could not be made into ${target}: ${cause}. Choose a shorter part or a smaller width, then try again.`,
        { file: name, rule: `encodes ${target}`, cause },
      ),
    stalled: (seconds) =>
      new StudioError(
        'render-stalled',
        `Making ${target} of “${name}” stopped: nothing came for ${seconds} seconds. Close other tabs, then try again.`,
        { file: name, rule: 'seconds without a sign of life', value: seconds },
      ),
  };
}
