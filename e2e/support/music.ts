import { cachedFixture } from './fixture-cache.ts';
import { ffmpeg } from './process.ts';

/** Sounds that are made up as music is: tones that are struck and die away, a bass, a beat, hiss. */

const CHORD = '0.3*sin(2*PI*220*t)+0.2*sin(2*PI*277.2*t)+0.2*sin(2*PI*329.6*t)';
const PLUCK = 'exp(-5*mod(t\\,0.5))*(0.4*sin(2*PI*880*t)+0.2*sin(2*PI*1760*t))';
const BEAT = '0.7*exp(-25*mod(t\\,0.5))*sin(2*PI*70*t)';
const HISS = '0.05*exp(-30*mod(t+0.25\\,0.5))*(random(0)-0.5)';

export const MUSIC_KINDS = ['plain', 'quiet', 'loud-and-clipped', 'dynamic'] as const;
export type MusicKind = (typeof MUSIC_KINDS)[number];

/** As ffmpeg filters after the same music: how loud it is, where. */
const TREATMENT: Record<MusicKind, string> = {
  plain: 'volume=-3dB',
  quiet: 'volume=-24dB',
  'loud-and-clipped': 'volume=15dB',
  // Twelve decibels up and down again every eight seconds.
  dynamic: "volume='0.1+0.5*pow(sin(PI*t/8)\\,4)':eval=frame",
};

/** 16-bit stereo WAV at 44.1 kHz: what is above full scale is clipped. */
export function musicTrack(kind: MusicKind, seconds = 20): Promise<string> {
  const left = `${CHORD}+${PLUCK}+${BEAT}+${HISS}`;
  const right = `${CHORD}+0.7*${PLUCK}+${BEAT}-${HISS}`;
  const source = `aevalsrc=${left}|${right}:s=44100:d=${seconds}`;
  const args = ['-f', 'lavfi', '-i', source, '-af', TREATMENT[kind], '-c:a', 'pcm_s16le', '-f', 'wav'];
  return cachedFixture(`${kind}.wav`, args, (path) => ffmpeg([...args, path]));
}

/** A sine of `level` dBFS on both sides, as 16-bit WAV. */
export function toneTrack(name: string, frequency: number, level: number, seconds: number): Promise<string> {
  const source = `sine=frequency=${frequency}:sample_rate=48000:duration=${seconds}`;
  // ffmpeg's sine stands at an eighth of full scale.
  const volume = `volume=${level + 20 * Math.log10(8)}dB`;
  const args = [
    '-f',
    'lavfi',
    '-i',
    source,
    '-af',
    `${volume}:precision=double`,
    '-ac',
    '2',
    '-c:a',
    'pcm_s16le',
    '-f',
    'wav',
  ];
  return cachedFixture(name, args, (path) => ffmpeg([...args, path]));
}
