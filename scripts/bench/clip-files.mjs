import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';
import { capture } from '../lib/run.mjs';

const FOLDER = inProject('.cache/bench');
const CLIPS = 5;

/** Longer than a fifth of the video and its crossfades, in seconds. */
export const CLIP_SECONDS = 8;

/** Five moving pictures with grain: 1920x1080 H.264 at 30 frames a second, made once. @returns {Promise<string[]>} */
export async function clipFiles() {
  mkdirSync(FOLDER, { recursive: true });
  const paths = Array.from({ length: CLIPS }, (_, index) => `${FOLDER}/clip-${index + 1}.mp4`);
  for (const [index, path] of paths.entries()) if (!existsSync(path)) await makeClip(path, index);
  return paths;
}

/**
 * 1080p with grain, 13 Mbit/s: the clips one after another.
 * @param {number} seconds
 * @param {string | null} sound a file whose sound goes on under it; null leaves it silent
 * @returns {Promise<string>}
 */
export async function longFilm(seconds, sound = null) {
  const path = `${FOLDER}/${sound === null ? 'film' : 'sounding-film'}-${seconds}.mp4`;
  if (existsSync(path)) return path;
  const clips = await clipFiles();
  const list = `${FOLDER}/film.txt`;
  const order = Array.from({ length: Math.ceil(seconds / CLIP_SECONDS) }, (_, n) => clips[n % clips.length]);
  writeFileSync(list, order.map((clip) => `file '${clip}'\n`).join(''));
  await ffmpeg(path, [
    ...['-f', 'concat', '-safe', '0', '-i', list],
    ...(sound === null ? [] : ['-stream_loop', '-1', '-i', sound, '-map', '0:v', '-map', '1:a', '-c:a', 'aac']),
    ...['-t', String(seconds), '-c:v', 'copy'],
  ]);
  return path;
}

/** @param {string} path @param {number} index */
async function makeClip(path, index) {
  const source = `gradients=s=1920x1080:r=30:d=${CLIP_SECONDS}:speed=0.02:nb_colors=4:seed=${index + 1},noise=alls=8:allf=t:all_seed=${index + 1},format=yuv420p`;
  const tags = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  const encode = ['-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '10M', ...tags];
  await ffmpeg(path, ['-f', 'lavfi', '-i', source, ...encode]);
}

/** @param {string} path @param {readonly string[]} args */
async function ffmpeg(path, args) {
  const command = ['-nostdin', '-v', 'error', '-y', ...args, '-f', 'mp4', path];
  const { code, stderr } = await capture('ffmpeg', command);
  if (code !== 0) throw new Error(`ffmpeg could not make ${path}:\n${stderr.slice(-2000)}`);
}
