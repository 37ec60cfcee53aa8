import { UsageError } from '../../lib/log.mjs';
import { EVERY_COMMAND, parse, readNumber } from './parse.mjs';

export const MUSIC_USAGE = `  music     puts a track under a video, whose pictures are copied as they are
    --video FILE        the video, with sound or without
    --track FILE        the music; it starts over until the video ends
    --out FILE          where the new video goes: an MP4, or a WebM where the video is one
    --duck              lowers the music while something is heard in the video
    --music-gain NUMBER how loud the music is, 0 to 4 (0.3)
    --video-gain NUMBER how loud the video's own sound is, 0 to 4 (1)
    --fade-out SECONDS  of the music, at the end (2)`;

/**
 * @typedef {{ command: 'music', profile: string | null, video: string, track: string, out: string, duck: boolean,
 *   musicGain: number | null, videoGain: number | null, fadeOutSeconds: number | null }} MusicArguments
 */

/** @param {readonly string[]} args @returns {MusicArguments} */
export function readMusic(args) {
  const names = ['video', 'track', 'out', 'music-gain', 'video-gain', 'fade-out'];
  const { values, positionals } = parse(args, {
    ...EVERY_COMMAND,
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    duck: { type: 'boolean' },
  });
  if (positionals.length > 0) {
    throw new UsageError(`music takes its files by name: --video V --track T, but got "${positionals[0]}".`);
  }
  if (!values.video) throw new UsageError('music needs a video: --video film.mp4');
  if (!values.track) throw new UsageError('music needs a track: --track song.mp3');
  if (!values.out) throw new UsageError('music needs to know where the video goes: --out video.mp4');
  const number = (/** @type {string} */ name, /** @type {string} */ rule) => {
    const text = values[name];
    return text === undefined ? null : readNumber(`--${name}`, text, rule);
  };
  return {
    command: 'music',
    profile: values.profile ?? null,
    video: values.video,
    track: values.track,
    out: values.out,
    duck: Boolean(values.duck),
    musicGain: number('music-gain', 'a number from 0 to 4, such as 0.3'),
    videoGain: number('video-gain', 'a number from 0 to 4, such as 1'),
    fadeOutSeconds: number('fade-out', 'seconds from 0 to 30, such as 2'),
  };
}
