import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CaptionInput } from '#app/api/arguments.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { cachedFixture } from './fixture-cache.ts';
import type { Area } from './pixels.ts';
import { ffmpeg, runProgram } from './process.ts';

/** Dark videos with sound to put captions on, and what can be seen of the captions from outside. */

export interface DarkVideo {
  readonly name: string;
  readonly size: string;
  /** Frames a second, as ffmpeg writes them. */
  readonly rate: string;
  readonly seconds: number;
  /** `select` of ffmpeg: the frames that are kept, each with its time. */
  readonly keep?: string;
  /** Clockwise, by which players turn it. */
  readonly rotation?: number;
  readonly colours?: 'bt709' | 'smpte170m';
  readonly range?: 'tv' | 'pc';
}

const TONES = 'aevalsrc=0.2*sin(440*2*PI*t)*lt(mod(t\\,1)\\,0.5)';

/** H.264 and AAC; grey of 20 %, with a little noise in it so that no encoder leaves frames out. */
export function darkVideo(wanted: DarkVideo): Promise<string> {
  const { name, size, rate, seconds, keep, rotation, colours = 'bt709', range = 'tv' } = wanted;
  return cachedFixture(name, { ...wanted, version: 1 }, async (path) => {
    const picture = `color=c=0x333333:s=${size}:r=${rate}:d=${seconds},noise=alls=4:allf=t`;
    const conversion = `scale=out_color_matrix=${colours}:out_range=${range},format=yuv420p`;
    const straight = rotation === undefined ? path : `${path}.lying.mp4`;
    await ffmpeg([
      ...['-f', 'lavfi', '-i', `${picture}${keep ? `,select='${keep}'` : ''},${conversion}`],
      ...['-f', 'lavfi', '-i', `${TONES}:s=44100:d=${seconds}`, '-fps_mode', 'passthrough'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '2', '-g', '120'],
      ...['-colorspace', colours, '-color_primaries', colours, '-color_trc', colours, '-color_range', range],
      ...['-c:a', 'aac', '-b:a', '96k', '-f', 'mp4', straight],
    ]);
    if (rotation === undefined) return;
    // What ffmpeg 5 takes as the rotation is counter-clockwise to players.
    const turn = ['-metadata:s:v:0', `rotate=${360 - rotation}`];
    await ffmpeg(['-i', straight, '-c', 'copy', ...turn, '-f', 'mp4', path]);
    await rm(straight);
  });
}

/** A caption whose words share its time. */
export function cue(id: string, words: readonly string[], start: number, end: number): Cue {
  const length = (end - start) / words.length;
  return {
    id,
    start,
    end,
    words: words.map((text, index) => ({
      text,
      start: start + index * length,
      end: start + (index + 1) * length,
      confidence: 1,
    })),
    lines: [0],
  };
}

/** Captions a file of this machine through `window.studio`, and saves what comes of it. @returns its path. */
export async function captionFile(page: Page, path: string, options: CaptionInput): Promise<string> {
  await page.evaluate(() => {
    const element = Object.assign(document.createElement('input'), { type: 'file', id: 'to-caption' });
    document.querySelector('#to-caption')?.remove();
    document.body.append(element);
  });
  await page.setInputFiles('#to-caption', path);
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 0 }),
    page.evaluate(async (given) => {
      const [chosen] = document.querySelector<HTMLInputElement>('#to-caption')?.files ?? [];
      if (!window.studio || !chosen) throw new Error('The page has no window.studio, or no file.');
      const { video } = await window.studio.tasks.caption(chosen, given);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(video);
      link.download = video.name;
      link.click();
    }, options),
  ]);
  const saved = join(await mkdtemp(join(tmpdir(), 'studio-e2e-')), file.suggestedFilename());
  await file.saveAs(saved);
  return saved;
}

export interface SeenFrame {
  /** In seconds. */
  readonly time: number;
  /** Brightest luma, 0 to 255. */
  readonly brightest: number;
}

/** Every frame of a video, decoded. */
export async function seenFrames(path: string): Promise<SeenFrame[]> {
  const filter = 'signalstats,metadata=print:key=lavfi.signalstats.YMAX:file=-';
  const output = await ffmpeg(['-i', path, '-an', '-vf', filter, '-fps_mode', 'passthrough', '-f', 'null', '-']);
  const lines = output.toString().matchAll(/pts_time:(\S+)\s+lavfi\.signalstats\.YMAX=(\d+)/g);
  return [...lines].map(([, time, brightest]) => ({ time: Number(time), brightest: Number(brightest) }));
}

/** Where something bright is in the frame at a time, as a player shows it. */
export async function brightArea(path: string, time: number): Promise<Area | null> {
  const filter = 'bbox=min_val=140,metadata=print:file=-';
  const output = await ffmpeg([
    '-ss',
    String(time),
    '-i',
    path,
    '-an',
    '-vf',
    filter,
    '-frames:v',
    '1',
    '-f',
    'null',
    '-',
  ]);
  const number = (key: string) => Number(new RegExp(`lavfi\\.bbox\\.${key}=(\\d+)`).exec(output.toString())?.[1]);
  const [x, y, width, height] = [number('x1'), number('y1'), number('w'), number('h')];
  return Number.isNaN(width) ? null : { x, y, width, height };
}

/** Sums of all packets of a kind, in the order of the file, with their times in seconds. */
export async function packetSums(path: string, kind: 'a' | 'v'): Promise<{ time: number; sum: string }[]> {
  const output = await runProgram('ffprobe', [
    ...['-v', 'error', '-select_streams', kind, '-show_packets', '-show_data_hash', 'md5'],
    ...['-show_entries', 'packet=pts_time,data_hash', '-of', 'json', path],
  ]);
  const { packets } = JSON.parse(output.toString()) as { packets: { pts_time: string; data_hash: string }[] };
  return packets.map(({ pts_time, data_hash }) => ({ time: Number(pts_time), sum: data_hash }));
}
