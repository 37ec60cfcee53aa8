import { writeFile } from 'node:fs/promises';
import { cachedFixture } from './fixture-cache.ts';
import { ffmpeg } from './process.ts';
import { SAMPLE_RATE } from './sound.ts';

/** Sounds that tests import. */

export type TrackFormat = 'wav' | 'mp3' | 'm4a' | 'ogg' | 'flac';

const ENCODER_ARGS: Record<Exclude<TrackFormat, 'wav'>, readonly string[]> = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '192k', '-f', 'mp3'],
  m4a: ['-c:a', 'aac', '-b:a', '192k', '-f', 'mp4'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '6', '-f', 'ogg'],
  flac: ['-f', 'flac'],
};

export interface ClickTrackRequest {
  readonly name: string;
  readonly format: TrackFormat;
  /** Length of the whole track, in seconds. */
  readonly seconds: number;
  /** Where the clicks' centres stand, in seconds. */
  readonly clicks: readonly number[];
}

/** Of the tone and of the clicks over it, 0 to 1. */
export const TONE_PEAK = 0.005;
export const CLICK_PEAK = 0.8;

/** A quiet stereo tone with loud clicks. */
export async function clickTrack({ name, format, seconds, clicks }: ClickTrackRequest): Promise<string> {
  const recipe = { seconds, clicks, version: 2 };
  const wav = await cachedFixture(format === 'wav' ? name : `${name}.wav`, recipe, (path) =>
    writeFile(path, waveFile(clickSamples(seconds, clicks))),
  );
  if (format === 'wav') return wav;
  return cachedFixture(name, { ...recipe, format }, (path) => ffmpeg(['-i', wav, ...ENCODER_ARGS[format], path]));
}

/** Clicks of 2 kHz under a bell of 1 ms: short, and even on both sides, so that their centre is exact. */
function clickSamples(seconds: number, clicks: readonly number[]): Float32Array {
  const samples = new Float32Array(Math.round(seconds * SAMPLE_RATE));
  for (let index = 0; index < samples.length; index++) {
    samples[index] = TONE_PEAK * Math.sin((2 * Math.PI * 220 * index) / SAMPLE_RATE);
  }
  for (const click of clicks) {
    const centre = Math.round(click * SAMPLE_RATE);
    for (let offset = -240; offset <= 240; offset++) {
      const time = offset / SAMPLE_RATE;
      const value = CLICK_PEAK * Math.cos(2 * Math.PI * 2000 * time) * Math.exp(-((time / 0.001) ** 2));
      const index = centre + offset;
      if (index >= 0 && index < samples.length) samples[index] = (samples[index] ?? 0) + value;
    }
  }
  return samples;
}

/** 16-bit stereo PCM with the same sound on both sides. */
function waveFile(samples: Float32Array): Buffer {
  const blockBytes = 4;
  const dataBytes = samples.length * blockBytes;
  const file = Buffer.alloc(44 + dataBytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + dataBytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * blockBytes, 28);
  file.writeUInt16LE(blockBytes, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(dataBytes, 40);
  samples.forEach((sample, index) => {
    const value = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
    file.writeInt16LE(value, 44 + index * blockBytes);
    file.writeInt16LE(value, 46 + index * blockBytes);
  });
  return file;
}
