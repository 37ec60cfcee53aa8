import { writeFile } from 'node:fs/promises';
import { makeRhythm, type Rhythm, type RhythmRequest, seededRandom } from '#core/fixtures/rhythms.ts';
import { cachedFixture } from './fixture-cache.ts';
import { ffmpeg } from './process.ts';
import { SAMPLE_RATE } from './sound.ts';

/** Sounds whose beats are known, and sounds that have none, as files. All are 48 kHz: the analyser has to resample. */

export interface RhythmFile extends Omit<Rhythm, 'samples'> {
  readonly path: string;
}

export async function rhythmFile(request: Omit<RhythmRequest, 'sampleRate'>): Promise<RhythmFile> {
  const { samples, beats, downbeats } = makeRhythm({ sampleRate: SAMPLE_RATE, ...request });
  const name = `${request.kind.replaceAll(' ', '-')}-${request.tempo}.wav`;
  return { path: await floatWave(name, { rhythm: request, version: 1 }, () => samples), beats, downbeats };
}

/** A drum loop played over and over, as Ogg Opus: small, and quick to make. */
export function longTrack(minutes: number): Promise<string> {
  return cachedFixture(`long-${minutes}.ogg`, { minutes, version: 1 }, async (path) => {
    // 32 beats at 120: the loop closes without a seam.
    const { path: loop } = await rhythmFile({ kind: 'rock', tempo: 120, seconds: 16, first: 0 });
    const encoder = ['-c:a', 'libopus', '-b:a', '32k', '-f', 'ogg'];
    await ffmpeg(['-stream_loop', '-1', '-i', loop, '-t', String(minutes * 60), ...encoder, path]);
  });
}

/** A clip of one colour with the sound of a file. */
export function clipWithSound(name: string, sound: string): Promise<string> {
  return cachedFixture(name, { sound, version: 1 }, (path) =>
    ffmpeg([
      ...['-f', 'lavfi', '-i', 'color=c=teal:s=160x160:r=10', '-i', sound, '-shortest'],
      ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-f', 'mp4', path],
    ]),
  );
}

export const withoutPulse = {
  silence: () => plain('silence.wav', 8, () => 0),
  'a tenth of a second': () => plain('short.wav', 0.1, (n) => Math.sin(n * 0.1)),
  noise: () => plain('noise.wav', 12, (_, random) => 0.3 * random()),
  'samples that are no numbers': () => plain('nan.wav', 8, () => Number.NaN),
};

/** Clicks at 120 with samples among them that are no numbers. */
export async function damagedClicks(): Promise<RhythmFile> {
  const { samples, beats, downbeats } = makeRhythm({
    kind: 'clicks',
    tempo: 120,
    seconds: 12,
    sampleRate: SAMPLE_RATE,
  });
  const holes = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e30];
  const make = () => samples.map((sample, n) => (n % 9973 === 0 ? (holes[(n / 9973) % 4] ?? 0) : sample));
  return { path: await floatWave('holes.wav', { holes: 'at every 9973rd', version: 1 }, make), beats, downbeats };
}

function plain(name: string, seconds: number, value: (n: number, random: () => number) => number): Promise<string> {
  const random = seededRandom(5);
  const length = Math.round(seconds * SAMPLE_RATE);
  const make = () => Float32Array.from({ length }, (_, n) => value(n, random));
  return floatWave(name, { name, seconds, version: 1 }, make);
}

/** 32-bit float mono PCM, which can hold anything that a float can. */
function floatWave(name: string, recipe: unknown, make: () => Float32Array): Promise<string> {
  return cachedFixture(name, recipe, (path) => {
    const samples = make();
    const file = Buffer.alloc(44 + samples.length * 4);
    file.write('RIFF', 0, 'latin1');
    file.writeUInt32LE(file.length - 8, 4);
    file.write('WAVEfmt ', 8, 'latin1');
    file.writeUInt32LE(16, 16);
    // IEEE float, one channel.
    file.writeUInt16LE(3, 20);
    file.writeUInt16LE(1, 22);
    file.writeUInt32LE(SAMPLE_RATE, 24);
    file.writeUInt32LE(SAMPLE_RATE * 4, 28);
    file.writeUInt16LE(4, 32);
    file.writeUInt16LE(32, 34);
    file.write('data', 36, 'latin1');
    file.writeUInt32LE(samples.length * 4, 40);
    for (const [n, sample] of samples.entries()) file.writeFloatLE(sample, 44 + n * 4);
    return writeFile(path, file);
  });
}
