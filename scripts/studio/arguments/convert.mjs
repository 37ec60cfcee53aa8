import { UsageError } from '../../lib/log.mjs';
import { EVERY_COMMAND, parse, readNumber } from './parse.mjs';

export const CONVERT_USAGE = `  convert   makes another kind of file of a video or a sound
    --video FILE        the video, or any file with sound
    --to NAME           mp4, webm, gif, webp (animated), mp3 or wav
    --out FILE          where the new file goes
    --size NAME         of mp4 and webm: original, 1080p, 720p or 480p; never more than there is
    --width PIXELS      of gif and webp (480)
    --fps NUMBER        of gif and webp: frames a second, up to 30 (12)
    --from SECONDS      of gif and webp: where the part begins (0)
    --seconds NUMBER    of gif and webp: how long it is (6)`;

/**
 * @typedef {{ command: 'convert', profile: string | null, video: string, to: string, out: string, size: string | null,
 *   width: number | null, fps: number | null, from: number | null, seconds: number | null }} ConvertArguments
 */

/** @param {readonly string[]} args @returns {ConvertArguments} */
export function readConvert(args) {
  const names = ['video', 'to', 'out', 'size', 'width', 'fps', 'from', 'seconds'];
  const { values, positionals } = parse(args, {
    ...EVERY_COMMAND,
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });
  if (positionals.length > 0) {
    throw new UsageError(`convert takes its file by name: --video film.mov, but got "${positionals[0]}".`);
  }
  if (!values.video) throw new UsageError('convert needs a file: --video film.mov');
  if (!values.to) throw new UsageError('convert needs to know what to make: --to mp4, webm, gif, webp, mp3 or wav');
  if (!values.out) throw new UsageError('convert needs to know where the file goes: --out film.mp4');
  const number = (/** @type {string} */ name, /** @type {string} */ rule) => {
    const text = values[name];
    return text === undefined ? null : readNumber(`--${name}`, text, rule);
  };
  return {
    command: 'convert',
    profile: values.profile ?? null,
    video: values.video,
    to: values.to,
    out: values.out,
    size: values.size ?? null,
    width: number('width', 'a number of pixels, such as 480'),
    fps: number('fps', 'a number from 1 to 30, such as 12'),
    from: number('from', 'a number of seconds, such as 2.5'),
    seconds: number('seconds', 'a number of seconds, such as 6'),
  };
}
