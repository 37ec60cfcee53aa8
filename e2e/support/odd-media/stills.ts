import { readFile, rm, writeFile } from 'node:fs/promises';
import { cachedFixture } from '../fixture-cache.ts';
import { turnedHeic } from '../heic.ts';
import { ffmpeg, runProgram } from '../process.ts';
import { byFfmpeg, draftBeside, lavfi, type OddFile } from './odd-file.ts';

/** Pictures of many makers. */

function scene(size: string, filter = 'null'): string[] {
  return [...lavfi(`testsrc2=s=${size}:d=1:r=1,${filter}`), '-frames:v', '1'];
}

const SEE_THROUGH = "format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*lt(X,W/2)'";

/** EXIF's orientations (EXIF 2.32, 4.6.5), of a JPEG stored as 320x200. */
function oriented(orientation: number): OddFile {
  const name = `orientation-${orientation}.jpg`;
  return {
    name,
    make: () =>
      cachedFixture(name, { orientation }, async (path) => {
        await ffmpeg([...scene('320x200'), '-f', 'mjpeg', path]);
        const jpeg = await readFile(path);
        await writeFile(path, Buffer.concat([jpeg.subarray(0, 2), orientationSegment(orientation), jpeg.subarray(2)]));
      }),
  };
}

/** An APP1 segment with one entry. */
function orientationSegment(orientation: number): Buffer {
  return Buffer.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
    ...[0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]);
}

function heic(name: string, size: string): OddFile {
  return {
    name,
    make: () =>
      cachedFixture(name, { heic: size }, async (path) => {
        const [source, made] = [draftBeside(path, 'source.png'), draftBeside(path, 'made.heic')];
        await ffmpeg([...scene(size), '-f', 'image2', '-c:v', 'png', source]);
        // It knows what to make by the name of the file.
        await runProgram('heif-enc', ['-q', '60', '-o', made, source]);
        await writeFile(path, await readFile(made));
        await Promise.all([rm(source), rm(made)]);
      }),
  };
}

export const ODD_STILLS: readonly OddFile[] = [
  byFfmpeg('plain.jpg', [...scene('641x427', 'format=yuvj444p'), '-f', 'mjpeg']),
  ...[2, 3, 4, 5, 6, 7, 8].map(oriented),
  byFfmpeg('grey.jpg', [...scene('320x200', 'format=gray'), '-f', 'mjpeg', '-pix_fmt', 'gray']),
  byFfmpeg('see-through.png', [...scene('300x200', SEE_THROUGH), '-f', 'image2', '-c:v', 'png']),
  byFfmpeg('deep.png', [...scene('300x200', 'format=rgb48be'), '-f', 'image2', '-c:v', 'png']),
  byFfmpeg('one-pixel-high.png', [...scene('500x16', 'format=rgb24,crop=500:1'), '-f', 'image2', '-c:v', 'png']),
  byFfmpeg('photo.webp', [...scene('332x222'), '-c:v', 'libwebp', '-f', 'webp']),
  byFfmpeg('see-through.webp', [...scene('300x200', SEE_THROUGH), '-c:v', 'libwebp', '-lossless', '1', '-f', 'webp']),
  byFfmpeg('photo.avif', [
    ...scene('400x300'),
    '-c:v',
    'libaom-av1',
    '-still-picture',
    '1',
    '-cpu-used',
    '8',
    '-f',
    'avif',
  ]),
  byFfmpeg('animated.gif', [...lavfi('testsrc2=s=160x120:d=1:r=10'), '-f', 'gif']),
  heic('photo.heic', '640x360'),
  { name: 'phone.heic', make: () => turnedHeic() },
];

export const CUT_OFF_STILL: OddFile = {
  name: 'half.jpg',
  make: async () => {
    const whole = await byFfmpeg('whole.jpg', [...scene('641x427'), '-f', 'mjpeg']).make();
    return cachedFixture('half.jpg', { whole: whole.split('/').slice(-2) }, async (path) => {
      const bytes = await readFile(whole);
      await writeFile(path, bytes.subarray(0, bytes.length / 2));
    });
  },
};
