import { writeFile } from 'node:fs/promises';
import { cachedFixture } from './fixture-cache.ts';

/**
 * A HEIC of two halves, #C81E1E left of #1E1EC8, 384x192 stored, and an `irot` box that turns it a quarter clockwise:
 * red above blue, 192x384. Made by
 *
 *     ffmpeg -f lavfi -i "color=c=0xC81E1E:s=192x192[a];color=c=0x1E1EC8:s=192x192[b];[a][b]hstack" -frames:v 1 two.jpg
 *     heif-enc -q 40 -o two.heic two.jpg
 *
 * and then by hand, as heif-enc writes no `irot`: the box (angle 3) behind `pixi` in `ipco`, its index in `ipma`, and
 * the sizes above them and the offset in `iloc` 10 bytes more.
 */
const TURNED = [
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUltZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAA',
  'AAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFtAAEAAAAAAAAAagAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAyWlwcnAAAACq',
  'aXBjbwAAAHVodmNDAQNwAAAAAAAAAAAAPPAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAPLoCQCEAAQAoQgEBA3AAAAMAkAAAAwAA',
  'AwA8oAwIDBZbqSSmubAgAAADACAAAAMAISIAAQAHRAHBcrBiQAAAABRpc3BlAAAAAAAAAYAAAADAAAAAEHBpeGkAAAAAAwgICAAAAAlpcm90AwAA',
  'ABdpcG1hAAAAAAAAAAEAAQSBAoOEAAAAcm1kYXQAAABmKAGvVmyWgPkOkl//8uFf/0v6Q+T7oxsZI/A/XG97F8Tp0Dd/j/pa+3VlyRduScfnbF2U',
  'CdYLGA5Bd6XYd+AJxSWCF/uzZDdHOLMOcaVql11QkwJsRQ1ukprNNkN0c4szWNyoAPWA',
].join('');

export function turnedHeic(name = 'phone.heic'): Promise<string> {
  return cachedFixture(name, { TURNED }, (path) => writeFile(path, Buffer.from(TURNED, 'base64')));
}

/** One that declares 32,768x32,768 pixels: 4 GB once decoded. */
export function hugeHeic(name = 'huge.heic'): Promise<string> {
  return cachedFixture(name, { TURNED, huge: 32_768 }, (path) => {
    const bytes = Buffer.from(TURNED, 'base64');
    const size = bytes.indexOf('ispe') + 8;
    bytes.writeUInt32BE(32_768, size);
    bytes.writeUInt32BE(32_768, size + 4);
    return writeFile(path, bytes);
  });
}

/** Whole boxes around pixels that are none. */
export function damagedHeic(name = 'damaged.heic'): Promise<string> {
  return cachedFixture(name, { TURNED, damaged: true }, (path) => {
    const bytes = Buffer.from(TURNED, 'base64');
    bytes.fill(0x55, bytes.indexOf('mdat') + 4);
    return writeFile(path, bytes);
  });
}
