import { parseArgs } from 'node:util';
import { UsageError } from '../lib/log.mjs';

export const USAGE = `Usage: npm run studio -- COMMAND [options]

  render    makes a video and writes it to a file
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
    --seconds NUMBER    length of the video
    --thumbnail FILE    writes the frame at 1.0 s as JPEG, too
  beats FILE...         finds beats, bars and tempo of tracks
    --json FILE         writes all results there, for scoring
  caption FILES...      writes down what is said in videos or sound, and writes each video
                        with its captions to NAME_captioned.mp4 beside it
    --model DIR         folder of a Whisper model for transformers.js, with 8-bit weights
    --language CODE     such as en or de; else the model hears it
    --translate         writes English, whatever is spoken
    --look NAME         classic, boxed, karaoke, pop, typewriter or luxury-gold
    --soft              captions beside the pictures instead, for players to turn on and off:
                        NAME_captioned.mkv
    --transcript-only   no captioned videos
    --srt               writes NAME.srt beside each file
    --vtt               writes NAME.vtt beside each file
    --json FILE         writes all results there, by the name of the file
  music     puts a track under a video, whose pictures are copied as they are
    --video FILE        the video, with sound or without
    --track FILE        the music; it starts over until the video ends
    --out FILE          where the new video goes: an MP4, or a WebM where the video is one
    --duck              lowers the music while something is heard in the video
    --music-gain NUMBER how loud the music is, 0 to 4 (0.3)
    --video-gain NUMBER how loud the video's own sound is, 0 to 4 (1)
    --fade-out SECONDS  of the music, at the end (2)
  merge     makes one video of scenes: videos or images, each with a voice-over if it has one
    --scenes FILE       JSON: { "scenes": [{ "picture": "a.mp4", "voice": "a.wav" }, ...] }, paths
                        beside that file. A scene may say "fit" (cover or contain), "sceneGain"
                        (0.2) and "voiceGain" (2); beside "scenes" may stand the same gains for
                        all of them, "format", "quality", "transition" (cut, crossfade, ...) and
                        "transitionSeconds"
    --out FILE          where the MP4 goes
  health    says whether this machine can make videos
  metrics   counts what the profile holds, and says how its exports have gone: success,
            time per step, waits, memory

  --profile DIR         keeps the browser's storage in this folder (else nothing is kept).
                        A render that was killed goes on from there when the same one is
                        asked for again: same files (by content) and same options, other
                        than --out and --thumbnail. stderr says so.
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
 * @property {string | null} style
 * @property {number | null} grade
 * @property {boolean} once
 * @property {string | null} frame
 * @property {string | null} overlay
 * @property {string | null} quality
 * @property {string | null} format
 * @property {number | null} seconds
 *
 * @typedef {{ command: 'health' | 'metrics', profile: string | null }} ReportArguments
 * @typedef {{ command: 'beats', profile: string | null, tracks: string[], json: string | null }} BeatsArguments
 * @typedef {{ command: 'caption', profile: string | null, files: string[], model: string, language: string | null,
 *   translate: boolean, look: string | null, soft: boolean, transcriptOnly: boolean, srt: boolean, vtt: boolean,
 *   json: string | null }} CaptionArguments
 * @typedef {{ command: 'music', profile: string | null, video: string, track: string, out: string, duck: boolean,
 *   musicGain: number | null, videoGain: number | null, fadeOutSeconds: number | null }} MusicArguments
 * @typedef {{ command: 'merge', profile: string | null, scenes: string, out: string }} MergeArguments
 * @typedef {{ command: 'help' }} HelpArguments
 */

const EVERY_COMMAND = { profile: { type: 'string' }, help: { type: 'boolean' } };
const RENDER_ONLY = Object.fromEntries(
  ['out', 'thumbnail', 'audio', 'text', 'style', 'grade', 'frame', 'overlay', 'quality', 'format', 'seconds'].map(
    (name) => [name, { type: 'string' }],
  ),
);

/**
 * Reads the command line.
 * @param {readonly string[]} args
 * @returns {RenderArguments | BeatsArguments | CaptionArguments | MusicArguments | MergeArguments | ReportArguments | HelpArguments}
 * @throws {UsageError} that says what is right.
 */
export function readArguments(args) {
  const [command, ...rest] = args;
  if (command === undefined) throw new UsageError(`A command is missing.\n\n${USAGE}`);
  if (args.includes('--help')) return { command: 'help' };
  if (command === 'render') return readRender(rest);
  if (command === 'beats') return readBeats(rest);
  if (command === 'caption') return readCaption(rest);
  if (command === 'music') return readMusic(rest);
  if (command === 'merge') return readMerge(rest);
  if (command === 'health' || command === 'metrics') {
    const { values, positionals } = parse(rest, EVERY_COMMAND);
    if (positionals.length > 0) throw new UsageError(`${command} takes no files, but got "${positionals[0]}".`);
    return { command, profile: values.profile ?? null };
  }
  throw new UsageError(
    `There is no command "${command}". It is one of: render, beats, caption, music, merge, health, metrics.\n\n${USAGE}`,
  );
}

/** @param {readonly string[]} args @returns {RenderArguments} */
function readRender(args) {
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
    seconds:
      values.seconds === undefined ? null : readNumber('--seconds', values.seconds, 'a number above 0, such as 30'),
  };
}

/** @param {readonly string[]} args @returns {BeatsArguments} */
function readBeats(args) {
  const { values, positionals } = parse(args, { ...EVERY_COMMAND, json: { type: 'string' } });
  if (positionals.length === 0) throw new UsageError('beats needs tracks: beats song.mp3');
  return { command: 'beats', profile: values.profile ?? null, tracks: positionals, json: values.json ?? null };
}

/** @param {readonly string[]} args @returns {CaptionArguments} */
function readCaption(args) {
  const { values, positionals } = parse(args, {
    ...EVERY_COMMAND,
    model: { type: 'string' },
    language: { type: 'string' },
    translate: { type: 'boolean' },
    look: { type: 'string' },
    soft: { type: 'boolean' },
    'transcript-only': { type: 'boolean' },
    srt: { type: 'boolean' },
    vtt: { type: 'boolean' },
    json: { type: 'string' },
  });
  if (positionals.length === 0) throw new UsageError('caption needs videos or sound: caption --model DIR film.mp4');
  if (!values.model) throw new UsageError('caption needs a speech model: --model DIR');
  return {
    command: 'caption',
    profile: values.profile ?? null,
    files: positionals,
    model: values.model,
    language: values.language ?? null,
    translate: Boolean(values.translate),
    look: values.look ?? null,
    soft: Boolean(values.soft),
    transcriptOnly: Boolean(values['transcript-only']),
    srt: Boolean(values.srt),
    vtt: Boolean(values.vtt),
    json: values.json ?? null,
  };
}

/** @param {readonly string[]} args @returns {MusicArguments} */
function readMusic(args) {
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

/** @param {readonly string[]} args @returns {MergeArguments} */
function readMerge(args) {
  const { values, positionals } = parse(args, {
    ...EVERY_COMMAND,
    scenes: { type: 'string' },
    out: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError(`merge takes its scenes from a file, but got "${positionals[0]}".`);
  if (!values.scenes) throw new UsageError('merge needs its scenes: --scenes scenes.json');
  if (!values.out) throw new UsageError('merge needs to know where the video goes: --out video.mp4');
  return { command: 'merge', profile: values.profile ?? null, scenes: values.scenes, out: values.out };
}

/** Names that `--style` took before there were styles. */
const FRAMES = ['golden', 'silver', 'luxury-1', 'luxury-2', 'none'];

/** @param {string | undefined} style @returns {style is string} */
function isFrame(style) {
  return style !== undefined && FRAMES.includes(style);
}

/** Ranges are checked by the page. @param {string} option @param {string} text @param {string} rule */
function readNumber(option, text, rule) {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(`${option} is "${text}"; it has to be ${rule}.`);
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
