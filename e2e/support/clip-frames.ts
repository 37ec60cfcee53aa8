import type { Picture } from './pixels.ts';
import { runProgram } from './process.ts';

/** Pictures a second of the clips that are compared with ffmpeg's frames. */
export const COMPARED_RATE = 25;

/** What is on screen of such a clip at a time, in BT.709, as ffmpeg shows it and makes it smaller. */
export async function frameAt(
  path: string,
  seconds: number,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Picture> {
  // A time may fall a rounding error short of its frame.
  const index = Math.floor(seconds * COMPARED_RATE + 1e-6);
  const filter = `select='eq(n,${index})',scale=${width}:${height}:in_color_matrix=bt709:out_range=pc:flags=area`;
  const raw = ['-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
  const data = await runProgram('ffmpeg', ['-nostdin', '-v', 'error', '-i', path, '-vf', filter, ...raw]);
  return { width, height, data };
}
