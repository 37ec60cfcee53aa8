import { UsageError } from '../../lib/log.mjs';
import { EVERY_COMMAND, parse, readNumber } from './parse.mjs';

export const RENDER_USAGE = `  render    makes a video and writes it to a file
    --images FILE...    photos and clips, in order
    --out FILE          where the MP4 goes
    --audio FILE        the music; its length, up to 30 s, is the video's
    --text WORDS        the hook
    --style NAME        cut, motion, colours and text by name, such as luxury-gold or
                        energetic-dance; the name of a frame chooses that frame
    --grade PERCENT     how much of the style's colours, 0 to 100
    --once              shows each photo and clip once, however long the music is
    --frame NAME|FILE   golden, silver, luxury-1, luxury-2, none, or a PNG of your own
    --overlay NAME|FILE glitter-rain, sparkles, none, or a clip of your own
    --quality NAME      normal, eco or freeze
    --format W:H        9:16, 4:5, 1:1 or 16:9
    --platform NAME     tiktok, reels, shorts, stories, feed-portrait, feed-square or
                        whatsapp-status: its format, and no more length and size than it takes
    --seconds NUMBER    length of the video
    --thumbnail FILE    writes the frame at 1.0 s as JPEG, too`;

/**
 * @typedef {object} RenderArguments
 * @property {'render'} command
 * @property {string | null} profile
 * @property {string[]} images
 * @property {string} out
 * @property {string | null} thumbnail
 * @property {string | null} audio
 * @property {string | null} text
 * @property {string | null} style
 * @property {number | null} grade
 * @property {boolean} once
 * @property {string | null} frame
 * @property {string | null} overlay
 * @property {string | null} quality
 * @property {string | null} format
 * @property {string | null} platform
 * @property {number | null} seconds
 */

const RENDER_ONLY = Object.fromEntries(
  [
    'out',
    'thumbnail',
    'audio',
    'text',
    'style',
    'grade',
    'frame',
    'overlay',
    'quality',
    'format',
    'platform',
    'seconds',
  ].map((name) => [name, { type: 'string' }]),
);

/** Names that `--style` took before there were styles. */
const FRAMES = ['golden', 'silver', 'luxury-1', 'luxury-2', 'none'];

/** @param {string | undefined} style @returns {style is string} */
function isFrame(style) {
  return style !== undefined && FRAMES.includes(style);
}

/** @param {readonly string[]} args @returns {RenderArguments} */
export function readRender(args) {
  const options = {
    ...EVERY_COMMAND,
    ...RENDER_ONLY,
    images: { type: 'string', multiple: true },
    once: { type: 'boolean' },
  };
  const { values, tokens } = parse(args, options);
  // `--images a.jpg b.jpg` gives a value and a word: both are photos, in the order in which they stand.
  const images = tokens
    .filter((token) => token.kind === 'positional' || token.name === 'images')
    .flatMap((token) => token.value ?? []);
  if (images.length === 0) throw new UsageError('render needs photos or clips: --images a.jpg b.mp4');
  if (!values.out) throw new UsageError('render needs to know where the video goes: --out video.mp4');
  return {
    command: 'render',
    profile: values.profile ?? null,
    images,
    out: values.out,
    thumbnail: values.thumbnail ?? null,
    audio: values.audio ?? null,
    text: values.text ?? null,
    style: isFrame(values.style) ? null : (values.style ?? null),
    grade:
      values.grade === undefined ? null : readNumber('--grade', values.grade, 'a number from 0 to 100, such as 60'),
    once: Boolean(values.once),
    frame: values.frame ?? (isFrame(values.style) ? values.style : null),
    overlay: values.overlay ?? null,
    quality: values.quality ?? null,
    format: values.format ?? null,
    platform: values.platform ?? null,
    seconds:
      values.seconds === undefined ? null : readNumber('--seconds', values.seconds, 'a number above 0, such as 30'),
  };
}
