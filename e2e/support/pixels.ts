import { runProgram } from './process.ts';

/** A picture as 8-bit RGBA rows without padding. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Decodes the frames with these numbers (ascending, from 0) of a BT.709 limited-range video. */
export async function decodeFrames(file: string, size: { width: number; height: number }, indexes: readonly number[]) {
  const wanted = indexes.map((index) => `eq(n\\,${index})`).join('+');
  const conversion = 'scale=in_color_matrix=bt709:in_range=tv:out_range=pc:flags=accurate_rnd+full_chroma_int+bicubic';
  const raw = ['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
  const filter = `select='${wanted}',${conversion}`;
  const bytes = await runProgram('ffmpeg', ['-nostdin', '-v', 'error', '-i', file, '-an', '-vf', filter, ...raw]);
  const length = size.width * size.height * 4;
  if (bytes.length !== length * indexes.length) {
    throw new Error(`${file}: ${bytes.length / length} of ${indexes.length} frames of ${size.width}x${size.height}.`);
  }
  return indexes.map(
    (_, position): Picture => ({ ...size, data: bytes.subarray(position * length, (position + 1) * length) }),
  );
}

/** Decodes a still picture (PNG, JPEG, ...) of known size. */
export async function decodeStill(file: string, size: { width: number; height: number }): Promise<Picture> {
  const output = ['-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
  const data = await runProgram('ffmpeg', ['-nostdin', '-v', 'error', '-i', file, ...output]);
  if (data.length !== size.width * size.height * 4) throw new Error(`${file} is not ${size.width}x${size.height}.`);
  return { ...size, data };
}

/** Peak signal-to-noise ratio of red, green and blue together, in dB; Infinity for equal pictures. */
export function psnr(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`Cannot compare ${a.width}x${a.height} with ${b.width}x${b.height}.`);
  }
  let sum = 0;
  for (let index = 0; index < a.data.length; index++) {
    if (index % 4 === 3) continue;
    const difference = byteAt(a, index) - byteAt(b, index);
    sum += difference * difference;
  }
  return 10 * Math.log10((255 * 255) / (sum / (a.width * a.height * 3)));
}

export function colourAt(picture: Picture, x: number, y: number): Colour {
  const start = (y * picture.width + x) * 4;
  return [byteAt(picture, start), byteAt(picture, start + 1), byteAt(picture, start + 2)];
}

/** Mean colour of an area. */
export function meanColour(picture: Picture, area: Area): Colour {
  const sum = [0, 0, 0] as [number, number, number];
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let x = area.x; x < area.x + area.width; x++) {
      const [red, green, blue] = colourAt(picture, x, y);
      sum[0] += red;
      sum[1] += green;
      sum[2] += blue;
    }
  }
  const count = area.width * area.height;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** Largest difference of one channel, 0 to 255. */
export function colourDistance(a: Colour, b: Colour): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
}

/** Part of a picture as a picture of its own. */
export function cropped(picture: Picture, area: Area): Picture {
  const data = new Uint8Array(area.width * area.height * 4);
  for (let row = 0; row < area.height; row++) {
    const start = ((area.y + row) * picture.width + area.x) * 4;
    data.set(picture.data.subarray(start, start + area.width * 4), row * area.width * 4);
  }
  return { width: area.width, height: area.height, data };
}

function byteAt(picture: Picture, index: number): number {
  const value = picture.data[index];
  if (value === undefined) throw new RangeError(`Byte ${index} is outside of ${picture.width}x${picture.height}.`);
  return value;
}
