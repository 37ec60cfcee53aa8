import { cachedFixture } from './fixture-cache.ts';
import { ffmpeg } from './process.ts';

/** Pictures that tests import. */

export type PictureFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif';

const ENCODER_ARGS: Record<PictureFormat, readonly string[]> = {
  jpg: ['-q:v', '2', '-pix_fmt', 'yuvj420p', '-f', 'mjpeg'],
  png: ['-f', 'image2', '-c:v', 'png'],
  webp: ['-c:v', 'libwebp', '-quality', '90', '-f', 'webp'],
  avif: ['-c:v', 'libaom-av1', '-still-picture', '1', '-cpu-used', '8', '-crf', '20', '-f', 'avif'],
  gif: ['-f', 'gif'],
};

export interface PhotoRequest {
  readonly name: string;
  readonly format?: PictureFormat;
  readonly width?: number;
  readonly height?: number;
  /** Another seed gives another picture. */
  readonly seed?: number;
  /** Strength of the noise over it; 6 unless said otherwise. */
  readonly grain?: number;
}

/** A photo-like picture: gradients with grain, 1200x1800 unless said otherwise. */
export function photo({
  name,
  format = 'jpg',
  width = 1200,
  height = 1800,
  seed = 1,
  grain = 6,
}: PhotoRequest): Promise<string> {
  const colours = ['0x7B2D26', '0xD9A441', '0x1B3B4B', '0x6C4675', '0x2E5339', '0xC1666B', '0x48466D', '0xB08968'];
  const [first, second] = [colours[seed % colours.length], colours[(seed * 3 + 1) % colours.length]];
  const gradient = `gradients=s=${width}x${height}:c0=${first}:c1=${second}:x0=0:y0=0:x1=${width}:y1=${height}:d=1:speed=0.00001:seed=${seed},format=yuv444p`;
  const source = `${gradient},noise=alls=${grain}:all_seed=${seed}:allf=u`;
  return cachedFixture(name, { source, format }, (path) => lavfi(source, format, path));
}

/** `count` different photos of 1200x1800, named photo-1.jpg and so on. */
export function photos(count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) => photo({ name: `photo-${index + 1}.jpg`, seed: index + 1 })),
  );
}

/** One colour (`#RRGGBB`), to find a layer by its pixels. PNG, so that no codec changes the colour. */
export function plainPicture(name: string, colour: string, width = 1200, height = 1800): Promise<string> {
  const source = `color=c=${colour.replace('#', '0x')}:s=${width}x${height},format=rgb24`;
  return cachedFixture(name, { source }, (path) => lavfi(source, 'png', path));
}

/** Red left of blue, both `#RRGGBB`-pure, 2400x1200. PNG. */
export function wideHalves(name: string): Promise<string> {
  const half = (colour: string) => `color=c=${colour}:s=1200x1200,format=rgb24`;
  const source = `${half('0xC81E1E')}[a];${half('0x1E1EC8')}[b];[a][b]hstack`;
  return cachedFixture(name, { source }, (path) => lavfi(source, 'png', path));
}

/**
 * Squares of 100 px in black and white on 1200x1800, to measure positions and zoom by its edges. PNG.
 */
export function checkerboard(name: string, width = 1200, height = 1800): Promise<string> {
  const source = `color=c=black:s=${width}x${height},format=gray,geq=lum='255*mod(floor(X/100)+floor(Y/100),2)',format=rgb24`;
  return cachedFixture(name, { source }, (path) => lavfi(source, 'png', path));
}

/** A frame of the user's own: a border of `borderPixels` in one colour around transparency, 1080x1920 PNG. */
export function framePicture(name: string, colour: string, borderPixels: number): Promise<string> {
  const edge = `min(min(X\\,W-1-X)\\,min(Y\\,H-1-Y))`;
  const alpha = `geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*lt(${edge}\\,${borderPixels})'`;
  const source = `color=c=${colour.replace('#', '0x')}:s=1080x1920,format=rgba,${alpha}`;
  return cachedFixture(name, { source }, (path) => lavfi(source, 'png', path));
}

function lavfi(source: string, format: PictureFormat, path: string): Promise<Buffer> {
  return ffmpeg(['-f', 'lavfi', '-i', source, '-frames:v', '1', ...ENCODER_ARGS[format], path]);
}
