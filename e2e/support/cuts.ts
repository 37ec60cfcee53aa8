import { runProgram } from './process.ts';

/** Side of the picture that a frame is shrunk to, in pixels. */
const SIDE = 8;
/** Mean difference of a channel, 0 to 255, above which two frames show different shots. */
const CUT_DIFFERENCE = 20;

/** Times of the hard cuts in the middle of a video of constant frame rate, in seconds: of the first frames after them. */
export async function cutTimes(file: string, framesPerSecond: number): Promise<number[]> {
  const middle = `crop=iw/2:ih/2,scale=${SIDE}:${SIDE}:flags=area`;
  const raw = ['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  const bytes = await runProgram('ffmpeg', ['-nostdin', '-v', 'error', '-i', file, '-an', '-vf', middle, ...raw]);
  const length = SIDE * SIDE * 3;
  const times: number[] = [];
  for (let frame = 1; frame * length < bytes.length; frame++) {
    if (difference(bytes, (frame - 1) * length, frame * length, length) > CUT_DIFFERENCE) {
      times.push(frame / framesPerSecond);
    }
  }
  return times;
}

function difference(bytes: Buffer, first: number, second: number, length: number): number {
  let sum = 0;
  for (let offset = 0; offset < length; offset++) {
    sum += Math.abs((bytes[first + offset] ?? 0) - (bytes[second + offset] ?? 0));
  }
  return sum / length;
}
