import { UsageError } from '../../lib/log.mjs';
import { EVERY_COMMAND, parse } from './parse.mjs';

export const CAPTION_USAGE = `  caption FILES...      writes down what is said in videos or sound, and writes each video
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
    --json FILE         writes all results there, by the name of the file`;

/**
 * @typedef {{ command: 'caption', profile: string | null, files: string[], model: string, language: string | null,
 *   translate: boolean, look: string | null, soft: boolean, transcriptOnly: boolean, srt: boolean, vtt: boolean,
 *   json: string | null }} CaptionArguments
 */

/** @param {readonly string[]} args @returns {CaptionArguments} */
export function readCaption(args) {
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
