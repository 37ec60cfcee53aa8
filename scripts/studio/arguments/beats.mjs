import { UsageError } from '../../lib/log.mjs';
import { EVERY_COMMAND, parse } from './parse.mjs';

export const BEATS_USAGE = `  beats FILE...         finds beats, bars and tempo of tracks
    --json FILE         writes all results there, for scoring`;

/** @typedef {{ command: 'beats', profile: string | null, tracks: string[], json: string | null }} BeatsArguments */

/** @param {readonly string[]} args @returns {BeatsArguments} */
export function readBeats(args) {
  const { values, positionals } = parse(args, { ...EVERY_COMMAND, json: { type: 'string' } });
  if (positionals.length === 0) throw new UsageError('beats needs tracks: beats song.mp3');
  return { command: 'beats', profile: values.profile ?? null, tracks: positionals, json: values.json ?? null };
}
