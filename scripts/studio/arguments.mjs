import { parseArgs } from 'node:util';
import { UsageError } from '../lib/log.mjs';

export const USAGE = `Usage: npm run studio -- COMMAND [options]

  render    makes a video and writes it to a file
    --images FILE...    photos, in order (JPEG, PNG, WebP, AVIF, GIF)
    --out FILE          where the MP4 goes
    --audio FILE        the music; its length, up to 30 s, is the video's
    --text WORDS        the hook
    --style NAME        a look by name: the frame of that name
    --frame NAME|FILE   golden, silver, luxury-1, luxury-2, none, or a PNG of your own
    --overlay NAME|FILE glitter-rain, sparkles, none, or a clip of your own
    --quality NAME      normal, eco or freeze
    --format W:H        9:16, 4:5, 1:1 or 16:9
    --seconds NUMBER    length of the video
    --thumbnail FILE    writes the frame at 1.0 s as JPEG, too
  health    says whether this machine can make videos
  metrics   counts what the profile holds

  --profile DIR         keeps the browser's storage in this folder (else nothing is kept)
  --help                shows this

Progress goes to stderr; stdout gets one line of JSON for each result.`;

/**
 * @typedef {object} RenderArguments
 * @property {'render'} command
 * @property {string | null} profile
 * @property {string[]} images
 * @property {string} out
 * @property {string | null} thumbnail
 * @property {string | null} audio
 * @property {string | null} text
 * @property {string | null} frame
 * @property {string | null} overlay
 * @property {string | null} quality
 * @property {string | null} format
 * @property {number | null} seconds
 *
 * @typedef {{ command: 'health' | 'metrics', profile: string | null }} ReportArguments
 * @typedef {{ command: 'help' }} HelpArguments
 */

const EVERY_COMMAND = { profile: { type: 'string' }, help: { type: 'boolean' } };
const RENDER_ONLY = Object.fromEntries(
  ['out', 'thumbnail', 'audio', 'text', 'style', 'frame', 'overlay', 'quality', 'format', 'seconds'].map((name) => [
    name,
    { type: 'string' },
  ]),
);

/**
 * Reads the command line.
 * @param {readonly string[]} args
 * @returns {RenderArguments | ReportArguments | HelpArguments}
 * @throws {UsageError} that says what is right.
 */
export function readArguments(args) {
  const [command, ...rest] = args;
  if (command === undefined) throw new UsageError(`A command is missing.\n\n${USAGE}`);
  if (args.includes('--help')) return { command: 'help' };
  if (command === 'render') return readRender(rest);
  if (command === 'health' || command === 'metrics') {
    const { values, positionals } = parse(rest, EVERY_COMMAND);
    if (positionals.length > 0) throw new UsageError(`${command} takes no files, but got "${positionals[0]}".`);
    return { command, profile: values.profile ?? null };
  }
  throw new UsageError(`There is no command "${command}". It is one of: render, health, metrics.\n\n${USAGE}`);
}

/** @param {readonly string[]} args @returns {RenderArguments} */
function readRender(args) {
  const options = { ...EVERY_COMMAND, ...RENDER_ONLY, images: { type: 'string', multiple: true } };
  const { values, tokens } = parse(args, options);
  // `--images a.jpg b.jpg` gives a value and a word: both are photos, in the order in which they stand.
  const images = tokens
    .filter((token) => token.kind === 'positional' || token.name === 'images')
    .flatMap((token) => token.value ?? []);
  if (images.length === 0) throw new UsageError('render needs photos: --images a.jpg b.jpg');
  if (!values.out) throw new UsageError('render needs to know where the video goes: --out video.mp4');
  return {
    command: 'render',
    profile: values.profile ?? null,
    images,
    out: values.out,
    thumbnail: values.thumbnail ?? null,
    audio: values.audio ?? null,
    text: values.text ?? null,
    frame: values.frame ?? values.style ?? null,
    overlay: values.overlay ?? null,
    quality: values.quality ?? null,
    format: values.format ?? null,
    seconds: values.seconds === undefined ? null : readSeconds(values.seconds),
  };
}

/** @param {string} text */
function readSeconds(text) {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new UsageError(`--seconds is "${text}"; it has to be a number above 0, such as 30.`);
}

/**
 * @param {readonly string[]} args
 * @param {Record<string, { type: string, multiple?: boolean }>} options
 */
function parse(args, options) {
  try {
    const config = /** @type {import('node:util').ParseArgsConfig['options']} */ (options);
    const { values, positionals, tokens } = parseArgs({
      ...{ args: [...args], options: config, allowPositionals: true, tokens: true },
    });
    return {
      positionals,
      values: /** @type {Record<string, string | undefined>} */ (values),
      tokens: /** @type {readonly { kind: string, name?: string, value?: string }[]} */ (tokens),
    };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
