import { open, readFile, writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import { cachedFixture } from './fixture-cache.ts';
import { photo } from './pictures.ts';
import { ffmpeg } from './process.ts';
import { clickTrack } from './tracks.ts';

/** Files that the product has to refuse, each for one reason. */

export function emptyFile(name: string): Promise<string> {
  return cachedFixture(name, 'empty', (path) => writeFile(path, ''));
}

/** Plain words under a picture's name. */
export function textNamedAsPhoto(name = 'notes.jpg'): Promise<string> {
  return cachedFixture(name, 'text', (path) => writeFile(path, 'Buy flowers.\nCall the printer.\n'));
}

/** A good JPEG whose second half is missing. */
export async function truncatedPhoto(name = 'cut-off.jpg'): Promise<string> {
  const whole = await readFile(await photo({ name: 'whole.jpg', seed: 9 }));
  return cachedFixture(name, 'truncated', (path) => writeFile(path, whole.subarray(0, whole.length / 2)));
}

/** A PNG of a few bytes that declares 50,000x50,000 pixels: 10 GB once decoded. */
export function hugePicture(name = 'huge.png'): Promise<string> {
  return cachedFixture(name, 'png-50000', (path) => writeFile(path, pngDeclaring(50_000, 50_000)));
}

/** A valid photo followed by zeros up to `bytes`; sparse on disk. */
export async function largeFile(bytes: number, name = 'large.jpg'): Promise<string> {
  const start = await readFile(await photo({ name: 'small.jpg', seed: 10 }));
  return cachedFixture(name, { large: bytes }, async (path) => {
    const handle = await open(path, 'w');
    await handle.write(start);
    await handle.truncate(bytes);
    await handle.close();
  });
}

/** Begins as an MP3 frame does and goes on with bytes that are no sound. */
export function corruptTrack(name = 'broken.mp3'): Promise<string> {
  return cachedFixture(name, 'mp3-noise', (path) => {
    const bytes = Buffer.alloc(40_000);
    bytes.set([0xff, 0xfb, 0x90, 0x00]);
    let state = 1;
    for (let index = 4; index < bytes.length; index++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      // Never 0xFF, which would look like the start of another frame.
      bytes[index] = (state >>> 16) % 255;
    }
    return writeFile(path, bytes);
  });
}

/** An MP4 that holds sound and not one picture. */
export async function videoWithoutFrames(name = 'no-picture.mp4'): Promise<string> {
  const track = await clickTrack({ name: 'short.wav', format: 'wav', seconds: 2, clicks: [1] });
  return cachedFixture(name, 'mp4-without-video', (path) => ffmpeg(['-i', track, '-c:a', 'aac', '-f', 'mp4', path]));
}

function pngDeclaring(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, RGBA, then the only values that the standard has.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(1000));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
