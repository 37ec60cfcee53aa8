import { rm } from 'node:fs/promises';
import { cachedFixture } from './fixture-cache.ts';
import { ffmpeg } from './process.ts';

/** Clips that tests use as the atmosphere: H.264 in MP4, tagged as BT.709. */

const TAGS = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
const H264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', ...TAGS, '-f', 'mp4'];
const TO_BT709 = 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p';

/** A white bar on black that travels down once in `seconds`. */
export function movingClip(name: string, seconds = 2): Promise<string> {
  const bar = `mod(Y/H+1-T/${seconds}\\,1)`;
  const source = `color=c=black:s=540x960:r=30:d=${seconds},geq=lum='255*lt(${bar}\\,0.1)':cb=128:cr=128`;
  return cachedFixture(name, { source }, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', source, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-f', 'mp4', path]),
  );
}

/** Grey noise, another one in every picture: there is nothing in it that a slower preset would find. */
export function noiseClip(name: string, seconds = 3): Promise<string> {
  const source = `nullsrc=s=540x960:r=30:d=${seconds},geq=lum='random(1)*255':cb=128:cr=128`;
  const args = ['-f', 'lavfi', '-i', source, ...H264, '-preset', 'ultrafast'];
  return cachedFixture(name, { args }, (path) => ffmpeg([...args, path]));
}

/** One colour (`#RRGGBB`) throughout. */
export function flatClip(name: string, colour: string, seconds: number): Promise<string> {
  const source = `color=c=${colour.replace('#', '0x')}:s=540x960:r=30:d=${seconds},format=rgb24,${TO_BT709}`;
  return cachedFixture(name, { source }, (path) => ffmpeg(['-f', 'lavfi', '-i', source, ...H264, path]));
}

/**
 * Stored lying, red left of blue, with a display matrix that turns it a quarter counter-clockwise: blue above red (as
 * ffmpeg and ffplay show it).
 */
export function turnedClip(name: string): Promise<string> {
  const halves = 'color=c=0xC81E1E:s=480x540:r=30:d=1[a];color=c=0x1E1EC8:s=480x540:r=30:d=1[b];[a][b]hstack';
  const source = `${halves},format=rgb24,${TO_BT709}`;
  return cachedFixture(name, { source }, async (path) => {
    const lying = `${path}.lying.mp4`;
    await ffmpeg(['-f', 'lavfi', '-i', source, ...H264, lying]);
    await ffmpeg(['-i', lying, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', '-f', 'mp4', path]);
    await rm(lying);
  });
}
