import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';

const FOLDER = inProject('.cache/bench');
const LOOP = inProject('public/demo/upbeat-1.mp3');

/**
 * The sample track over and over, as Ogg Opus: an hour of it is under the limit for files.
 * @param {number} seconds @returns {string} its path
 */
export function beatTrack(seconds) {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/beats-${seconds}.ogg`;
  const { status, stderr } = spawnSync('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-y', '-stream_loop', '-1', '-i', LOOP, '-t', String(seconds)],
    ...['-vn', '-c:a', 'libopus', '-b:a', '48k', path],
  ]);
  if (status !== 0) throw new Error(`ffmpeg could not make ${path}: ${stderr}`);
  return path;
}
