import { cachedFixture } from './fixture-cache.ts';
import { ffmpeg } from './process.ts';

/** A moving clip for the atmosphere: H.264 in MP4, a white bar that travels down once in `seconds`. */
export function movingClip(name: string, seconds = 2): Promise<string> {
  const bar = `mod(Y/H+1-T/${seconds}\\,1)`;
  const source = `color=c=black:s=540x960:r=30:d=${seconds},geq=lum='255*lt(${bar}\\,0.1)':cb=128:cr=128`;
  return cachedFixture(name, { source }, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', source, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-f', 'mp4', path]),
  );
}
