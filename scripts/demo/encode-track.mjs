import { rmSync } from 'node:fs';
import { capture, feed } from '../lib/run.mjs';
import { SAMPLE_RATE } from './synth.mjs';

/** Loudness of the demo tracks (EBU R 128) and the highest true peak, leaving room for the MP3's own ripple. */
const TARGET_LUFS = -15;
const HIGHEST_PEAK = 10 ** (-1.5 / 20);

/**
 * Writes a sound as MP3 at the target loudness.
 * @param {import('./synth.mjs').Stereo} sound
 * @param {string} path
 */
export async function encodeTrack(sound, path) {
  const raw = interleave(sound);
  const draft = `${path}.wav`;
  await pipeToFfmpeg(raw, ['-c:a', 'pcm_f32le', draft]);
  const gain = TARGET_LUFS - (await loudness(draft));
  const filter = `volume=${gain.toFixed(2)}dB,alimiter=limit=${HIGHEST_PEAK.toFixed(4)}:level=0:attack=3:release=60`;
  const output = ['-c:a', 'libmp3lame', '-b:a', '128k', '-map_metadata', '-1', '-bitexact', path];
  await pipeToFfmpeg(raw, ['-af', filter, ...output]);
  rmSync(draft);
}

/** Integrated loudness of a file, in LUFS. @param {string} path */
async function loudness(path) {
  const { stderr } = await capture('ffmpeg', ['-nostdin', '-i', path, '-af', 'ebur128', '-f', 'null', '-']);
  const found = stderr.slice(stderr.lastIndexOf('Summary:')).match(/I:\s+(-?[\d.]+) LUFS/);
  if (!found) throw new Error(`ffmpeg gave no loudness of ${path}:\n${stderr.slice(-500)}`);
  return Number(found[1]);
}

/** @param {import('./synth.mjs').Stereo} sound */
function interleave({ left, right }) {
  const samples = new Float32Array(left.length * 2);
  for (let index = 0; index < left.length; index++) {
    samples[2 * index] = left[index] ?? 0;
    samples[2 * index + 1] = right[index] ?? 0;
  }
  return Buffer.from(samples.buffer);
}

/** @param {Buffer} raw @param {readonly string[]} output */
function pipeToFfmpeg(raw, output) {
  const input = ['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', '2', '-i', '-'];
  return feed('ffmpeg', ['-v', 'error', '-y', ...input, ...output], raw);
}
