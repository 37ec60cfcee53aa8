import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ConvertInput } from '#app/api/convert.ts';
import { cachedFixture } from './fixture-cache.ts';
import { ffmpeg, runProgram } from './process.ts';

/** Files to convert, and what can be seen of what they became. */

const BT709 = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'];
/** The same on both sides, and loud enough to be measured. */
const TONE = 'aevalsrc=0.3*sin(440*2*PI*t)|0.3*sin(440*2*PI*t):s=44100';

export interface FilmShape {
  readonly name: string;
  readonly size: string;
  /** Frames a second, as ffmpeg writes them. */
  readonly rate: string;
  readonly seconds: number;
  /** `select` of ffmpeg: the frames that are kept, each with its time. */
  readonly keep?: string;
  readonly range?: 'tv' | 'pc';
  /** Arguments that say what its sound is; `-an` leaves it out. */
  readonly sound?: readonly string[];
}

/** Moving shapes, colours and numbers, in H.264 of good quality, with a tone. */
export function film({
  name,
  size,
  rate,
  seconds,
  keep,
  range = 'tv',
  sound = ['-c:a', 'aac'],
}: FilmShape): Promise<string> {
  const recipe = { size, rate, seconds, keep, range, sound, version: 1 };
  return cachedFixture(name, recipe, (path) =>
    ffmpeg([
      ...['-f', 'lavfi', '-i', pictures(size, rate, seconds, range, keep)],
      ...['-f', 'lavfi', '-i', `${TONE}:d=${seconds}`, '-fps_mode', 'passthrough'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '14', '-bf', '2', ...BT709, '-color_range', range],
      ...[...sound, '-f', 'mp4', path],
    ]),
  );
}

function pictures(size: string, rate: string, seconds: number, range: string, keep: string | undefined): string {
  const shapes = `testsrc2=s=${size}:r=${rate}:d=${seconds}${keep ? `,select='${keep}'` : ''}`;
  return `${shapes},scale=out_color_matrix=bt709:out_range=${range},format=yuv420p`;
}

/** The same pictures as they lie, with a display matrix. @param clockwise by how much players turn them. */
export function turnedFilm(source: string, name: string, clockwise: 90 | 180 | 270): Promise<string> {
  return cachedFixture(name, { source, clockwise }, (path) =>
    // What ffmpeg 5 takes as the rotation is counter-clockwise to players.
    ffmpeg(['-i', source, '-c', 'copy', '-metadata:s:v:0', `rotate=${360 - clockwise}`, '-f', 'mp4', path]),
  );
}

/** Converts a file of this machine through `window.studio`, and saves what comes of it. @returns its path. */
export async function convertFile(page: Page, path: string, options: ConvertInput): Promise<string> {
  await page.evaluate(() => {
    document.querySelector('#to-convert')?.remove();
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'to-convert' }));
  });
  await page.setInputFiles('#to-convert', path);
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 0 }),
    page.evaluate(async (given) => {
      const [chosen] = document.querySelector<HTMLInputElement>('#to-convert')?.files ?? [];
      if (!window.studio || !chosen) throw new Error('The page has no window.studio, or no file.');
      const made = await window.studio.tasks.convert(chosen, given);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(made.file);
      link.download = made.file.name;
      link.click();
    }, options),
  ]);
  const saved = join(await mkdtemp(join(tmpdir(), 'studio-e2e-')), file.suggestedFilename());
  await file.saveAs(saved);
  return saved;
}

/**
 * Mean peak signal-to-noise ratio, in dB, of a file's pictures to those of its source, brought to the file's size by
 * ffmpeg's own scaler.
 */
export async function psnrToSource(made: string, source: string, size: string): Promise<number> {
  const scaled = `[1:v]scale=${size}:flags=bicubic+accurate_rnd+full_chroma_int,setsar=1[source]`;
  const output = await runProgram('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-i', made, '-i', source],
    ...['-lavfi', `${scaled};[0:v][source]psnr=stats_file=-`, '-f', 'null', '-'],
  ]);
  const ratios = [...output.toString().matchAll(/psnr_avg:(\S+)/g)].map(([, value]) => Number(value));
  if (ratios.length === 0) throw new Error(`ffmpeg compared nothing of ${made}.`);
  return ratios.reduce((sum, ratio) => sum + Math.min(100, ratio), 0) / ratios.length;
}

/** What ffprobe says of the streams and the whole of a file, one object each. */
export async function streamsOf(path: string): Promise<{ streams: Record<string, string>[]; seconds: number }> {
  const output = await runProgram('ffprobe', [
    ...['-v', 'error', '-count_frames', '-show_streams', '-show_format', '-of', 'json', path],
  ]);
  const { streams, format } = JSON.parse(output.toString()) as {
    streams: Record<string, string>[];
    format: { duration?: string };
  };
  return { streams, seconds: Number(format.duration) };
}

/** `rotation=90` where a player is to turn the pictures; empty where it is not. */
export async function rotationOf(path: string): Promise<string> {
  const output = await runProgram('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream_side_data=rotation', '-of', 'csv=p=0', path],
  ]);
  return output.toString().trim();
}
